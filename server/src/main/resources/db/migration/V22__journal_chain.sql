-- Every entry of the journal is chained to the one before, so that a changed or missing one is
-- found. The database does it by itself, for whoever writes.

alter table journal add column hash bytea;

-- What is hashed of an entry: all of it, as one JSON array.
create function journal_content(entry journal) returns bytea language sql immutable as $$
  select convert_to(
    jsonb_build_array(
      entry.organization_id::text, entry.sequence,
      to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      entry.actor_kind, entry.actor_id, entry.actor_name, entry.verb, entry.subject_kind,
      entry.subject_id, entry.subject_name, entry.data)::text, 'UTF8')
$$;

-- The row of journal_head is locked until the commit, so the entry before is there and stays.
create function journal_chained() returns trigger language plpgsql as $$
begin
  if new.hash is null then
    new.hash := sha256(
      coalesce((select hash from journal
                 where organization_id = new.organization_id and sequence = new.sequence - 1),
               ''::bytea)
      || journal_content(new));
  end if;
  return new;
end
$$;

create trigger journal_chains before insert on journal
  for each row execute function journal_chained();

-- What was written before there was a chain.
alter table journal disable trigger journal_append_only;
do $$
declare
  entry journal;
  before bytea := ''::bytea;
  organization uuid;
begin
  for entry in select * from journal order by organization_id, sequence loop
    if organization is distinct from entry.organization_id then
      organization := entry.organization_id;
      before := ''::bytea;
    end if;
    before := sha256(before || journal_content(entry));
    update journal set hash = before
     where organization_id = entry.organization_id and sequence = entry.sequence;
  end loop;
end
$$;
alter table journal enable trigger journal_append_only;

alter table journal alter column hash set not null;
