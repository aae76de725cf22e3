-- Calls of journeys: those that came in, and those that journeys place.
create table call (
  deployment_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  caller text not null,
  called text not null,
  -- A call of ours waits until its carrier has it.
  state text not null check (state in ('waiting', 'ringing', 'going', 'ended')),
  -- A journey listens to one call at a time: the last that began.
  followed boolean not null,
  carrier text,
  provider_id text,
  began_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  seconds integer,
  ending text,
  ring_seconds integer,
  detect_machine boolean not null default false,
  -- While it waits: when it is tried next. A lease moves it on.
  due_at timestamptz,
  tries integer not null default 0,
  error text,
  primary key (deployment_id, id)
);

create unique index call_provider on call (carrier, provider_id) where provider_id is not null;
create index call_placed on call (id) where direction = 'out';
create index call_journey on call (deployment_id, journey_id);
create index call_due on call (due_at) where state = 'waiting';
create index call_open on call (began_at) where state in ('ringing', 'going');
