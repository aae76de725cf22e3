-- What apps store. See docs/adr/0009-records-stand-on-shelves.md.

-- The place of all records of one type: of one deployment, or of the whole organization (shared).
create table record_shelf (
  id uuid primary key,
  organization_id uuid not null references organization,
  deployment_id uuid references deployment,
  name text not null,
  -- What its records look like now: fields, rules and indexes with their columns.
  shape text not null,
  created_at timestamptz not null
);

create unique index record_shelf_own on record_shelf (deployment_id, name)
  where deployment_id is not null;
create unique index record_shelf_shared on record_shelf (organization_id, name)
  where deployment_id is null;

-- k0 … k9 hold a record's keys in the shelf's indexes, u0 … u4 those under its unique rules: bytes
-- that sort as the values do. A column that a shelf does not use is null and costs nothing.
create table record (
  shelf_id uuid not null references record_shelf,
  id uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  fields jsonb not null,
  k0 bytea, k1 bytea, k2 bytea, k3 bytea, k4 bytea,
  k5 bytea, k6 bytea, k7 bytea, k8 bytea, k9 bytea,
  u0 bytea, u1 bytea, u2 bytea, u3 bytea, u4 bytea,
  primary key (shelf_id, id)
);

create index record_created on record (shelf_id, created_at, id);
create index record_k0 on record (shelf_id, k0, id) where k0 is not null;
create index record_k1 on record (shelf_id, k1, id) where k1 is not null;
create index record_k2 on record (shelf_id, k2, id) where k2 is not null;
create index record_k3 on record (shelf_id, k3, id) where k3 is not null;
create index record_k4 on record (shelf_id, k4, id) where k4 is not null;
create index record_k5 on record (shelf_id, k5, id) where k5 is not null;
create index record_k6 on record (shelf_id, k6, id) where k6 is not null;
create index record_k7 on record (shelf_id, k7, id) where k7 is not null;
create index record_k8 on record (shelf_id, k8, id) where k8 is not null;
create index record_k9 on record (shelf_id, k9, id) where k9 is not null;
create unique index record_u0 on record (shelf_id, u0) where u0 is not null;
create unique index record_u1 on record (shelf_id, u1) where u1 is not null;
create unique index record_u2 on record (shelf_id, u2) where u2 is not null;
create unique index record_u3 on record (shelf_id, u3) where u3 is not null;
create unique index record_u4 on record (shelf_id, u4) where u4 is not null;
