-- Alerts without a flood: whom to tell, what went wrong, and who was told of it.

-- Whom an organization tells. A secret (Slack's address, the key that signs a webhook) is sealed under
-- a key outside the database; the settings are the address of a webhook and the receivers of emails.
create table notifier (
  id uuid primary key,
  organization_id uuid not null references organization,
  kind text not null check (kind in ('slack', 'email', 'webhook')),
  name text not null,
  settings jsonb not null,
  -- The email address that it writes from.
  resource_id uuid references resource,
  sealed bytea,
  -- Which alerts beside those of journeys it gets.
  receives text[] not null,
  created_at timestamptz not null,
  -- The breaker: how often it failed in a row, and until when nobody tries.
  failures integer not null default 0,
  shut_until timestamptz,
  error text,
  check ((kind = 'email') = (resource_id is not null)),
  check ((kind = 'email') = (sealed is null))
);

create unique index notifier_name on notifier (organization_id, lower(name));
create index notifier_resource on notifier (resource_id);

-- What turns note, in their own statement, and what was given up. Whoever counts takes it away.
create table alert_event (
  deployment_id uuid not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('application_error', 'log_error')),
  code text not null,
  flow text not null,
  step text not null,
  times integer not null,
  release_id uuid not null,
  journey_id uuid,
  turn integer not null,
  at timestamptz not null,
  primary key (deployment_id, id)
);

create index alert_event_order on alert_event (id);

-- What other parts of the server raise, or say to be over. Taken away in the same way.
create table alert_raised (
  organization_id uuid not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('publish_failed', 'channel_failing', 'certificate')),
  mark text not null,
  deployment_id uuid,
  text text not null,
  link text not null,
  over boolean not null,
  at timestamptz not null,
  primary key (organization_id, id)
);

-- One for each fingerprint: equal troubles are counted, not told one by one.
create table alert (
  id uuid primary key,
  organization_id uuid not null references organization,
  fingerprint bytea not null,
  kind text not null,
  code text not null,
  flow text not null,
  step text not null,
  deployment_id uuid,
  text text not null,
  link text not null,
  state text not null check (state in ('counting', 'open', 'recovered')),
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  opened_at timestamptz,
  recovered_at timestamptz,
  total bigint not null,
  -- Since the last message.
  counted bigint not null,
  window_until timestamptz,
  -- When somebody looks at it again.
  due_at timestamptz,
  first_version integer not null,
  first_release integer not null,
  last_version integer not null,
  last_release integer not null,
  last_journey_id uuid,
  last_turn integer not null,
  -- From the rule of the release that was seen last.
  notifiers uuid[] not null,
  threshold integer not null,
  unique (organization_id, fingerprint)
);

create index alert_due on alert (due_at) where due_at is not null;
create index alert_of_organization on alert (organization_id, id);

-- A message for one notifier.
create table alert_delivery (
  id uuid primary key,
  alert_id uuid not null references alert,
  notifier_id uuid not null references notifier on delete cascade,
  message jsonb not null,
  state text not null check (state in ('waiting', 'sent', 'dead')),
  tries integer not null,
  due_at timestamptz not null,
  leased_until timestamptz,
  made_at timestamptz not null,
  ended_at timestamptz,
  error text
);

create index alert_delivery_due on alert_delivery (due_at) where state = 'waiting';
create index alert_delivery_waiting on alert_delivery (notifier_id, id) where state = 'waiting';
create index alert_delivery_alert on alert_delivery (alert_id, id);
create index alert_delivery_old on alert_delivery (made_at) where state <> 'waiting';

-- How far the journal of each organization was read. What was done before today alerts nobody.
create table alert_journal (
  organization_id uuid primary key,
  sequence bigint not null
);

insert into alert_journal select organization_id, sequence from journal_head;
