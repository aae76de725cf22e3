-- The contact's email address, in lower case; empty while it is not known. Programs find an open
-- journey by it.
alter table journey add column email text not null default '';

create index journey_open_email on journey (deployment_id, email)
  where standing = 'open' and email <> '';
