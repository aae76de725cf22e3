-- Journeys and all that hangs on them. Every key begins with the deployment, so that a distributed
-- PostgreSQL can shard on it.

create table journey (
  deployment_id uuid not null,
  id uuid not null,
  link text not null,
  release_id uuid not null,
  -- The number texts of this journey come from; empty while nobody is known.
  phone text not null,
  began_on text not null,
  standing text not null check (standing in ('open', 'ended', 'expired')),
  turn integer not null,
  texts integer not null,
  troubles integer not null,
  began_at timestamptz not null,
  last_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null,
  primary key (deployment_id, id)
) with (fillfactor = 60);

create unique index journey_link on journey (link);
-- A number has one open journey in a deployment: two first texts at once make one.
create unique index journey_open_phone on journey (deployment_id, phone)
  where standing = 'open' and phone <> '';
create index journey_expiry on journey (expires_at) where standing = 'open';
create index journey_newest on journey (deployment_id, began_at desc, id desc);

-- What happened, a row for each turn.
create table trail (
  deployment_id uuid not null,
  journey_id uuid not null,
  turn integer not null,
  at timestamptz not null,
  kind text not null,
  release_id uuid not null,
  entries text not null,
  primary key (deployment_id, journey_id, turn)
);

-- What was answered already: the same webhook again gets the same reply.
create table inbox (
  deployment_id uuid not null,
  key text not null,
  at timestamptz not null,
  reply text not null,
  primary key (deployment_id, key)
);

create index inbox_age on inbox using brin (at);

create table timer (
  deployment_id uuid not null,
  journey_id uuid not null,
  name text not null,
  due_at timestamptz not null,
  -- What the journey set, to the letter: a lease moves when it is tried, never which timer it is.
  set_for timestamptz not null,
  tries integer not null default 0,
  dead_at timestamptz,
  error text,
  primary key (deployment_id, journey_id, name)
);

create index timer_due on timer (due_at) where dead_at is null;

-- Texts on their way out.
create table outbox (
  deployment_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  turn integer not null,
  sender text not null,
  recipient text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'dead')),
  due_at timestamptz not null,
  made_at timestamptz not null,
  tries integer not null default 0,
  carrier text,
  provider_id text,
  delivery text,
  error text,
  primary key (deployment_id, id)
);

create index outbox_due on outbox (due_at) where state = 'waiting';
create index outbox_line on outbox (deployment_id, recipient, id) where state = 'waiting';
create index outbox_provider on outbox (provider_id) where provider_id is not null;
create index outbox_journey on outbox (deployment_id, journey_id);
create index outbox_dead on outbox (deployment_id, made_at) where state = 'dead';

-- Who asked a number of ours to stop.
create table opt_out (
  deployment_id uuid not null,
  number text not null,
  phone text not null,
  at timestamptz not null,
  primary key (deployment_id, number, phone)
);

-- Files that customers gave. A name is a word to show, never a path.
create table upload (
  deployment_id uuid not null,
  journey_id uuid not null,
  id uuid not null,
  control text not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 bytea not null,
  at timestamptz not null,
  content bytea not null,
  primary key (deployment_id, journey_id, id)
);

create table metric (
  deployment_id uuid not null,
  journey_id uuid not null,
  turn integer not null,
  name text not null,
  value double precision not null,
  at timestamptz not null
);

create index metric_by_name on metric (deployment_id, name, at);
