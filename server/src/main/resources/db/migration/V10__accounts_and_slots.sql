-- HTTP services and mail servers as connected accounts, email addresses as resources, and numbers
-- that one deployment answers for texts and for calls.

alter table connected_account
  drop constraint connected_account_kind_check,
  drop constraint connected_account_check,
  add constraint connected_account_kind check (kind in ('twilio', 'simulator', 'http', 'smtp')),
  add constraint connected_account_secret check (kind <> 'twilio' or sealed is not null);

-- The display name is what receivers read beside an email address.
alter table resource
  drop constraint resource_kind_check,
  drop constraint resource_check,
  add column display_name text not null default '',
  add constraint resource_kind check (kind in ('phone_number', 'route', 'email_address')),
  add constraint resource_account check ((kind = 'route') = (account_id is null));

create unique index resource_email on resource (environment_id, lower(address))
  where kind = 'email_address';

alter table slot_binding
  add column account_id uuid references connected_account,
  add constraint slot_binding_one check (resource_id is null or account_id is null);

create index slot_binding_account on slot_binding (account_id);

-- One row for each resource, as before, so that it is live in one deployment only; there it may
-- serve several slots, as a number does that answers texts and calls.
alter table live_resource rename column slot to slots;
alter table live_resource
  alter column slots type text[] using array[slots],
  add constraint live_resource_slots check (cardinality(slots) > 0);

-- What many deployments may share: services, mail servers and the addresses on them. Nobody removes
-- what a live release uses.
create table live_shared (
  deployment_id uuid not null references deployment,
  slot text not null,
  account_id uuid not null references connected_account,
  resource_id uuid references resource,
  primary key (deployment_id, slot)
);

create index live_shared_account on live_shared (account_id);
create index live_shared_resource on live_shared (resource_id);
