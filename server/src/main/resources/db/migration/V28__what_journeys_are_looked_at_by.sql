-- Where a journey stands; kept when its time is over, as the place where it was left. Empty for what
-- began before.
alter table journey add column stands_at text not null default '';

-- How long a turn took from when it was heard until it was remembered. Nothing is known of earlier ones.
alter table trail add column took_ms integer;

-- Turns are written in the order of time: a range of days is a range of pages.
create index trail_by_time on trail using brin (at) with (autosummarize = on);

-- What somebody looks for among very many, each in the order in which lists show it. None of these
-- columns changes with a turn as a rule, so turns stay as cheap as they were.
create index journey_troubled on journey (deployment_id, id) where troubles > 0;
create index journey_by_phone on journey (deployment_id, phone text_pattern_ops) where phone <> '';
create index journey_by_email on journey (deployment_id, id) where email <> '';
create index journey_by_channel on journey (deployment_id, began_on, id);
create index journey_by_release on journey (deployment_id, release_id, id);

-- What is forgotten after its time is found by when it began. An index on when it was last heard of
-- changed with every turn, and each turn then wrote into every index of its journey.
drop index journey_over;
create index journey_over on journey (deployment_id, began_at) where standing <> 'open';
