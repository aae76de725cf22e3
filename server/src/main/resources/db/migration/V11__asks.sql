-- What turns have asked of the world outside and was not answered yet.
create table ask (
  deployment_id uuid not null,
  journey_id uuid not null,
  key text not null,
  kind text not null check (kind in ('http', 'email', 'file')),
  -- Sealed: there may be secrets in it, and what a person keyed in secretly.
  request bytea not null,
  made_at timestamptz not null,
  -- A lease: until then whoever holds the ask is at it; after that anybody may take it.
  due_at timestamptz not null,
  tries integer not null default 1,
  dead_at timestamptz,
  error text,
  primary key (deployment_id, journey_id, key)
);

create index ask_due on ask (due_at) where dead_at is null;

-- Until then the reply may grow: turns that answer what the first one asked still run.
alter table inbox add column open_until timestamptz;
