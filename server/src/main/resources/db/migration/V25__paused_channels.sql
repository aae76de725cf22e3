-- A channel of a deployment that answers with a message, without a publish.

create table channel_pause (
  deployment_id uuid not null references deployment,
  channel text not null check (channel in ('web', 'text', 'call', 'api')),
  message text not null,
  -- It ends by itself then; without a time somebody ends it.
  until timestamptz,
  since timestamptz not null,
  paused_by text not null,
  primary key (deployment_id, channel)
);

create trigger channel_pause_rings after insert or update or delete on channel_pause
  for each statement execute function routing_changed();
