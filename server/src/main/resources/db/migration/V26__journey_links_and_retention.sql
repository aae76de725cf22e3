-- How long the word in a journey's link is, what its page says when its time is over, and for how
-- many days a journey that came to its end is kept.
alter table profile
  add column link_length integer not null default 21 check (link_length between 12 and 43),
  add column retention_days integer not null default 365 check (retention_days between 1 and 3650),
  add column expired_title text not null default '',
  add column expired_text text not null default '';

-- Journeys that came to their end, by when.
create index journey_over on journey (deployment_id, last_at) where standing <> 'open';
