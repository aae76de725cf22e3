-- Schedules: what was decided, and the log of their runs. Keys begin with the deployment, as those of
-- journeys do.

-- Up to which moment it is decided what runs. Moments from before the live release are nobody's.
create table schedule (
  deployment_id uuid not null,
  trigger_name text not null,
  decided_to timestamptz not null,
  primary key (deployment_id, trigger_name)
);

create table schedule_run (
  deployment_id uuid not null,
  id uuid not null,
  trigger_name text not null,
  due_at timestamptz not null,
  release_id uuid not null,
  state text not null check (state in ('waiting', 'ran', 'skipped', 'superseded', 'dead')),
  -- How many moments before this one nobody was there for, that do not run.
  missed integer not null,
  -- A lease moves when it is tried, never the moment it is for.
  try_at timestamptz not null,
  tries integer not null default 0,
  started_at timestamptz,
  ended_at timestamptz,
  journey_id uuid,
  error text,
  primary key (deployment_id, id),
  unique (deployment_id, trigger_name, due_at)
);

create index schedule_run_due on schedule_run (try_at) where state = 'waiting';
