-- Each holder's queue in its order, beside the grant, so that a page costs the same whether somebody holds ten reports
-- or a million, and whatever others hold. Nothing here that is not in clear on the report already.
alter table report_grant
    add column band   text,
    add column due_at timestamptz,
    add column status text;

update report_grant g
   set band = r.band, due_at = r.due_at, status = r.status
  from report r
 where r.id = g.report;

alter table report_grant
    alter column band   set not null,
    alter column due_at set not null,
    alter column status set not null;

-- What is open, in one list; anything else by its status.
create index report_grant_open on report_grant (holder, band, due_at, report)
    where compartment = 'ACCOUNT' and status not in ('QUARANTINED', 'CLOSED', 'WITHDRAWN');
create index report_grant_status on report_grant (holder, status, band, due_at, report) where compartment = 'ACCOUNT';
create index report_assignee on report (assignee) where assignee is not null;
create index report_unread on report (id) where unread;
drop index report_grant_holder;
drop index report_queue;

-- The database keeps the copy: the application may not update a grant, and here it need not.
create function place_grant() returns trigger language plpgsql as $$
begin
    select r.band, r.due_at, r.status into strict new.band, new.due_at, new.status
      from report r where r.id = new.report;
    return new;
end $$;

create function move_grants() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update report_grant set band = new.band, due_at = new.due_at, status = new.status where report = new.id;
    return null;
end $$;

create trigger report_grant_placed before insert on report_grant for each row execute function place_grant();

create trigger report_moved after update on report for each row
    when ((old.band, old.due_at, old.status) is distinct from (new.band, new.due_at, new.status))
    execute function move_grants();
