-- Releases that somebody holds, or died holding: few among many that are over.
create index release_progress_held on release_progress (leased_until) where leased_until is not null;
