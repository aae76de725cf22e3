-- Links to files that customers gave. Only a link's fingerprint is kept: who reads the database or
-- a backup cannot open one. Whoever removes a file removes its links.
create table file_link (
  sha256 bytea primary key,
  deployment_id uuid not null,
  journey_id uuid not null,
  upload_id uuid not null,
  expires_at timestamptz not null,
  foreign key (deployment_id, journey_id, upload_id)
    references upload (deployment_id, journey_id, id) on delete cascade
);

create index file_link_upload on file_link (deployment_id, journey_id, upload_id);
create index file_link_expiry on file_link (expires_at);
