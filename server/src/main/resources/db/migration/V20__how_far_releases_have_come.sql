-- How far each release has come, beside what was sealed of it. See docs/release-states.md.

create table release_progress (
  release_id uuid primary key,
  deployment_id uuid not null,
  kind text not null check (kind in ('publish', 'rollback', 'promotion')),
  state text not null
    check (state in ('sealed', 'prepared', 'proven', 'live', 'superseded', 'failed', 'cancelled')),
  -- What was live when it was sealed; a switch from anything else is refused.
  base_release_id uuid,
  -- The release whose content came back, or that was promoted.
  origin_release_id uuid references release,
  -- What the publisher wished beside the content: resources to take over, reasons for warnings.
  wish jsonb not null,
  -- Who did it, as the journal names them.
  actor jsonb not null,
  -- The hash of the mark that requests of the proof carry, while it is being proven.
  mark_hash bytea,
  cancel_asked boolean not null default false,
  -- Whoever works on it renews this; when it is over, any process may go on.
  leased_until timestamptz,
  changed_at timestamptz not null,
  foreign key (deployment_id, release_id) references release (deployment_id, id)
);

-- One publish at a time, and one live release, in a deployment.
create unique index release_progress_open on release_progress (deployment_id)
  where state in ('sealed', 'prepared', 'proven');
create unique index release_progress_live on release_progress (deployment_id)
  where state = 'live';
create unique index release_progress_marked on release_progress (mark_hash)
  where mark_hash is not null;

-- What was done on the way, in order; never changed.
create table release_step (
  release_id uuid not null references release,
  number integer not null,
  at timestamptz not null,
  step text not null check (step in ('seal', 'prepare', 'prove', 'switch', 'undo')),
  outcome text not null check (outcome in ('begun', 'done', 'failed')),
  code text not null default '',
  place text not null default '',
  text text not null,
  way_out text not null default '',
  primary key (release_id, number)
);

create trigger release_step_sealed before update or delete on release_step
  for each row execute function sealed_for_ever();
create trigger release_step_kept before truncate on release_step
  for each statement execute function sealed_for_ever();

insert into release_progress (release_id, deployment_id, kind, state, wish, actor, changed_at)
select r.id, r.deployment_id, 'publish',
       case when d.live_release_id = r.id then 'live' else 'superseded' end,
       '{}',
       jsonb_build_object('kind', 'server', 'id', 'server', 'name', r.published_by),
       r.published_at
  from release r
  join deployment d on d.id = r.deployment_id;

-- What a publish changed at a carrier, and what stood there before, by the carrier's own names. A
-- row for each release that changed something, so that each can be undone by itself.
create table carrier_wiring (
  release_id uuid not null references release,
  resource_id uuid not null references resource,
  line text not null check (line in ('text', 'call')),
  deployment_id uuid not null references deployment,
  before jsonb not null,
  wired_at timestamptz not null,
  primary key (release_id, resource_id, line)
);

create index carrier_wiring_resource on carrier_wiring (resource_id, line, wired_at);
create index carrier_wiring_deployment on carrier_wiring (deployment_id);
