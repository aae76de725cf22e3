-- What customers reach apps through, the apps with their drafts and settings, and what was published.

create table environment (
  id uuid primary key,
  organization_id uuid not null references organization,
  name text not null,
  position integer not null,
  created_at timestamptz not null,
  unique (organization_id, id)
);

create unique index environment_name on environment (organization_id, lower(name));

-- Stored credentials of an outside system. The secret is sealed under a key outside the database.
create table connected_account (
  id uuid primary key,
  organization_id uuid not null,
  environment_id uuid not null,
  kind text not null check (kind in ('twilio', 'simulator')),
  name text not null,
  settings jsonb not null,
  sealed bytea,
  created_at timestamptz not null,
  foreign key (organization_id, environment_id) references environment (organization_id, id),
  unique (organization_id, environment_id, id),
  check (kind = 'simulator' or sealed is not null)
);

create unique index connected_account_name on connected_account (environment_id, lower(name));

-- An account can only serve numbers of its own environment: the silo is held by the keys.
create table resource (
  id uuid primary key,
  organization_id uuid not null,
  environment_id uuid not null,
  kind text not null check (kind in ('phone_number', 'route')),
  name text not null,
  address text not null,
  account_id uuid,
  texts boolean not null default false,
  voice boolean not null default false,
  created_at timestamptz not null,
  foreign key (organization_id, environment_id) references environment (organization_id, id),
  foreign key (organization_id, environment_id, account_id)
    references connected_account (organization_id, environment_id, id),
  unique (id, address),
  check ((kind = 'phone_number') = (account_id is not null)),
  check (kind <> 'phone_number' or address ~ '^\+[1-9][0-9]{6,14}$'),
  check (kind <> 'phone_number' or texts or voice)
);

create unique index resource_number on resource (environment_id, address)
  where kind = 'phone_number';
-- Every route of this server shares the default host, so its key is one of a kind.
create unique index resource_route on resource (address) where kind = 'route';
create index resource_by_environment on resource (organization_id, environment_id, id);
create index resource_by_account on resource (account_id);

create table app (
  id uuid primary key,
  organization_id uuid not null references organization,
  name text not null,
  title text not null,
  revision integer not null,
  created_at timestamptz not null,
  unique (organization_id, name)
);

-- Every save of a draft, never changed afterwards. The draft is the one that app.revision names.
create table draft_revision (
  app_id uuid not null references app,
  number integer not null,
  document text not null,
  hash text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (app_id, number)
);

alter table app add foreign key (id, revision) references draft_revision (app_id, number)
  deferrable initially deferred;

create table profile (
  id uuid primary key,
  app_id uuid not null references app,
  name text not null,
  environment_id uuid not null references environment,
  position integer not null,
  locale text not null,
  time_zone text not null,
  journey_days integer not null check (journey_days between 1 and 90),
  revision integer not null,
  created_at timestamptz not null,
  unique (app_id, id)
);

create unique index profile_name on profile (app_id, lower(name));

-- Without a resource: the default URLs of this server.
create table slot_binding (
  profile_id uuid not null references profile,
  slot text not null,
  resource_id uuid references resource,
  primary key (profile_id, slot)
);

create index slot_binding_resource on slot_binding (resource_id);

-- A secret is never changed: a new one is a new row, so that a release keeps the one it was sealed with.
create table profile_secret (
  id uuid primary key,
  profile_id uuid not null references profile,
  name text not null,
  sealed bytea not null,
  fingerprint text not null,
  created_at timestamptz not null
);

create table profile_value (
  profile_id uuid not null references profile,
  name text not null,
  value jsonb,
  secret_id uuid references profile_secret,
  primary key (profile_id, name),
  check ((value is null) <> (secret_id is null))
);

create table version (
  app_id uuid not null references app,
  number integer not null,
  hash text not null,
  document text not null,
  sealed_at timestamptz not null,
  primary key (app_id, number),
  unique (app_id, hash)
);

-- The live place of an app under one profile. One pointer: there cannot be two live releases.
create table deployment (
  id uuid primary key,
  organization_id uuid not null references organization,
  app_id uuid not null,
  profile_id uuid not null unique,
  live_release_id uuid,
  live_since timestamptz,
  foreign key (app_id, profile_id) references profile (app_id, id),
  unique (id, app_id),
  check ((live_release_id is null) = (live_since is null))
);

create table release (
  id uuid primary key,
  deployment_id uuid not null,
  app_id uuid not null,
  number integer not null,
  version integer not null,
  manifest text not null,
  hash text not null,
  note text not null,
  draft_revision integer not null,
  published_at timestamptz not null,
  published_by text not null,
  foreign key (deployment_id, app_id) references deployment (id, app_id),
  foreign key (app_id, version) references version (app_id, number),
  foreign key (app_id, draft_revision) references draft_revision (app_id, number),
  unique (deployment_id, number),
  unique (deployment_id, id)
);

-- A deployment's live release is one of its own.
alter table deployment add foreign key (id, live_release_id)
  references release (deployment_id, id);

-- A resource is live in one deployment only, and so is an address, whoever registered it.
create table live_resource (
  resource_id uuid primary key,
  address text not null unique,
  deployment_id uuid not null references deployment,
  slot text not null,
  foreign key (resource_id, address) references resource (id, address)
);

create index live_resource_deployment on live_resource (deployment_id);

-- Generated starting links: made once, the same for every release of the deployment.
create table starting_link (
  id text primary key check (length(id) between 8 and 64),
  deployment_id uuid not null references deployment,
  trigger_name text not null,
  unique (deployment_id, trigger_name)
);

-- What was sealed stays as it was sealed.
create function sealed_for_ever() returns trigger language plpgsql as $$
begin
  raise exception 'A % is never changed or removed; % is refused.', tg_table_name, lower(tg_op);
end
$$;

create trigger draft_revision_sealed before update or delete on draft_revision
  for each row execute function sealed_for_ever();
create trigger draft_revision_kept before truncate on draft_revision
  for each statement execute function sealed_for_ever();
create trigger profile_secret_sealed before update or delete on profile_secret
  for each row execute function sealed_for_ever();
create trigger profile_secret_kept before truncate on profile_secret
  for each statement execute function sealed_for_ever();
create trigger version_sealed before update or delete on version
  for each row execute function sealed_for_ever();
create trigger version_kept before truncate on version
  for each statement execute function sealed_for_ever();
create trigger release_sealed before update or delete on release
  for each row execute function sealed_for_ever();
create trigger release_kept before truncate on release
  for each statement execute function sealed_for_ever();

-- Counts everything that changes who answers where. Every process compares this one number with the
-- one its routing table was made at; the bell only says that it is worth a look now.
create table routing (
  one boolean primary key default true check (one),
  change bigint not null
);

create function routing_changed() returns trigger language plpgsql as $$
begin
  insert into routing (change) values (1)
    on conflict (one) do update set change = routing.change + 1;
  perform pg_notify('wayfare', 'releases');
  return null;
end
$$;

create trigger deployment_rings after update of live_release_id on deployment
  for each statement execute function routing_changed();
create trigger resource_rings after insert or update or delete on resource
  for each statement execute function routing_changed();
create trigger connected_account_rings after update on connected_account
  for each statement execute function routing_changed();
create trigger profile_rings after update of name on profile
  for each statement execute function routing_changed();
