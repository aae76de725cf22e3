-- A token that calls the API triggers of one environment only; without one, of every environment.
alter table api_token add column environment_id uuid references environment on delete cascade;
