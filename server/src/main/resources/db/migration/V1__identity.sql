-- Who may do what, what was done, and what was answered already.

create table organization (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table person (
  id uuid primary key,
  name text not null,
  email text,
  created_at timestamptz not null,
  signed_in_at timestamptz
);

create unique index person_email on person (lower(email));

create table membership (
  organization_id uuid not null references organization,
  person_id uuid not null references person,
  role text not null check (role in ('agent', 'developer', 'admin')),
  created_at timestamptz not null,
  primary key (organization_id, person_id)
);

create index membership_person on membership (person_id);

-- A link that signs one person in, once. Only its hash is here.
create table sign_in_link (
  code_hash bytea primary key,
  organization_id uuid not null,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (organization_id, person_id) references membership on delete cascade
);

create index sign_in_link_person on sign_in_link (organization_id, person_id);

-- A person in a browser, for one organization.
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  organization_id uuid not null,
  person_id uuid not null,
  browser text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (organization_id, person_id) references membership on delete cascade
);

create index session_person on session (organization_id, person_id);

-- What a program signs in with. A token that a person made can never do more than they can.
create table api_token (
  id uuid primary key,
  organization_id uuid not null references organization,
  token_hash bytea not null unique,
  name text not null,
  role text not null check (role in ('agent', 'developer', 'admin')),
  scopes text[] not null,
  made_by uuid references person,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);

create index api_token_organization on api_token (organization_id, id);

-- The journal: numbered without gaps in each organization, in the order of the commits, because
-- the row of journal_head is locked until then.
create table journal_head (
  organization_id uuid primary key,
  sequence bigint not null
);

create table journal (
  organization_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'token', 'server')),
  actor_id text not null,
  actor_name text not null,
  verb text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text not null,
  data jsonb not null,
  primary key (organization_id, sequence)
);

create index journal_subject on journal (organization_id, subject_kind, subject_id, sequence);
create index journal_verb on journal (organization_id, verb, sequence);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is only ever added to; % is refused.', lower(tg_op);
end
$$;

create trigger journal_append_only
  before update or delete on journal
  for each row execute function journal_is_append_only();

create trigger journal_never_emptied
  before truncate on journal
  for each statement execute function journal_is_append_only();

-- Answers to requests that named themselves, kept for a day; the body is sealed.
create table idempotency_key (
  caller text not null,
  key text not null,
  fingerprint text not null,
  ticket text not null,
  claimed_at timestamptz not null,
  status integer,
  content_type text,
  location text,
  etag text,
  body bytea,
  primary key (caller, key)
);

create index idempotency_key_age on idempotency_key (claimed_at);
