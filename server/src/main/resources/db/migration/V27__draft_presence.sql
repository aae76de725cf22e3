-- Who has which draft open, for half a minute. Worth nothing after a crash, so it is written
-- nowhere else.
create unlogged table draft_presence (
  app_id uuid not null references app (id) on delete cascade,
  who text not null,
  name text not null,
  at text not null,
  seen_at timestamptz not null,
  primary key (app_id, who)
);
