-- Custom domains: resources whose owner proves by a DNS record that the name is theirs; routes that
-- live on one; and deployments whose journey links do.

alter table resource
  drop constraint resource_kind,
  drop constraint resource_account,
  add column domain_id uuid,
  add constraint resource_kind
    check (kind in ('phone_number', 'route', 'email_address', 'domain')),
  add constraint resource_account check ((kind in ('route', 'domain')) = (account_id is null)),
  add constraint resource_domain_id check (domain_id is null or kind = 'route'),
  add constraint resource_place unique (organization_id, environment_id, id),
  -- A route can only live on a domain of its own environment.
  add constraint resource_on_domain foreign key (organization_id, environment_id, domain_id)
    references resource (organization_id, environment_id, id);

-- Routes of the default host are one of a kind on this server; those of a domain, on that domain.
drop index resource_route;
create unique index resource_route on resource (address)
  where kind = 'route' and domain_id is null;
create unique index resource_domain_route on resource (domain_id, address)
  where domain_id is not null;
create unique index resource_domain on resource (organization_id, address) where kind = 'domain';

-- Several organizations may claim a name; one has proven it.
create table domain (
  resource_id uuid primary key references resource on delete cascade,
  host text not null,
  word text not null,
  state text not null
    check (state in ('awaiting_dns', 'verified', 'never_seen', 'lapsed', 'taken')),
  -- Since when its state is what it is.
  since timestamptz not null,
  -- A verified one whose record was not found at the last looks: since when.
  missing_since timestamptz,
  -- When it is looked at next; null: only when somebody asks.
  look_at timestamptz,
  -- What the last look found.
  looked_at timestamptz,
  texts text[] not null default '{}',
  silence text not null default '',
  leads_to text[] not null default '{}',
  reach text not null default 'unasked' check (reach in ('unasked', 'ours', 'astray')),
  reach_text text not null default '',
  certificate_from timestamptz,
  certificate_until timestamptz
);

create unique index domain_verified on domain (host) where state = 'verified';
create index domain_host on domain (host);
create index domain_due on domain (look_at) where look_at is not null;

-- Who answers under a domain depends on whose it is.
create trigger domain_rings after update of state or delete on domain
  for each statement execute function routing_changed();

-- Journey links may live on a domain that several deployments share; it belongs to no account.
alter table live_shared
  alter column account_id drop not null,
  add constraint live_shared_something check (account_id is not null or resource_id is not null);
