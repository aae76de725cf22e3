-- What a publish does with people who are in the middle of a journey: a row for each release, or
-- unpublish, that does not just keep them. See docs/people-in-the-middle.md.

create table people_move (
  id uuid primary key,
  deployment_id uuid not null references deployment,
  -- Journeys on releases with a smaller number are meant.
  below integer not null,
  -- In the words of the API.
  policy jsonb not null,
  state text not null check (state in ('waiting', 'done', 'replaced')),
  due_at timestamptz not null,
  -- How often all of them were looked at; some wait for the world outside and are tried again.
  passes integer not null default 0,
  taken integer not null default 0,
  -- Who stays as they are, by the reason, as of the last look at all.
  kept jsonb not null default '[]',
  planned_at timestamptz not null,
  leased_until timestamptz,
  done_at timestamptz
);

create index people_move_due on people_move (due_at) where state = 'waiting';
create index people_move_deployment on people_move (deployment_id, planned_at);

-- Who still stands on which release.
create index journey_open_release on journey (deployment_id, release_id) where standing = 'open';
