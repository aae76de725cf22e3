-- Calls of the simulator's phones: what was said on them, and what they wait for.
--
-- What is keyed in secret is never among the lines: they hold a sign that something was keyed.
create table simulator_call (
  id          uuid        primary key,
  organization_id uuid    not null,
  phone       text        not null,
  other       text        not null,
  direction   text        not null check (direction in ('FROM_PHONE', 'TO_PHONE')),
  state       text        not null check (state in ('RINGING', 'GOING', 'ENDED')),
  step        integer     not null,
  doing       jsonb       not null,
  lines       jsonb       not null,
  place_key   uuid        unique,
  leg_of      uuid        references simulator_call,
  ask_machine boolean     not null,
  by_machine  boolean     not null default false,
  ring_ms     bigint      not null,
  began       timestamptz not null,
  answered    timestamptz,
  ended       timestamptz,
  how         text        not null default '',
  changed     bigint      not null,
  foreign key (organization_id, phone) references simulator_phone (organization_id, number),
  check ((state = 'ENDED') = (ended is not null))
);
create index simulator_call_changed on simulator_call (organization_id, changed);
create index simulator_call_phone on simulator_call (organization_id, phone, began desc);
create index simulator_call_open on simulator_call (organization_id, phone) where state <> 'ENDED';
