-- How far a deadline has run, so that whoever has to know is told once: at half of the time, at three quarters, at its end.
-- What is new on the queue comes before what was read. Nothing here says more than the due time and the unread mark do.
alter table report
    add column due_from    timestamptz,
    add column stage       text not null default 'EARLY',  -- EARLY, HALF, THREE_QUARTERS, OVER
    add column stage_until timestamptz;                    -- when the next stage begins; none after the last

update report set due_from = received_hour, stage_until = received_hour;
alter table report alter column due_from set not null;

create function deadline_stage(begun timestamptz, due timestamptz, at timestamptz) returns text language sql stable
return case
    when at >= due then 'OVER'
    when at >= begun + (due - begun) * 0.75 then 'THREE_QUARTERS'
    when at >= begun + (due - begun) * 0.5 then 'HALF'
    else 'EARLY' end;

create function deadline_stage_until(begun timestamptz, due timestamptz, stage text) returns timestamptz language sql stable
return case stage
    when 'EARLY' then begun + (due - begun) * 0.5
    when 'HALF' then begun + (due - begun) * 0.75
    when 'THREE_QUARTERS' then due end;

-- Whoever moves the due time starts its clock anew, servers that know nothing of stages included.
create function begin_deadline() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.due_from := new.received_hour;
    else
        new.due_from := least(now(), new.due_at);
    end if;
    new.stage := 'EARLY';
    new.stage_until := deadline_stage_until(new.due_from, new.due_at, 'EARLY');
    return new;
end $$;

create trigger report_due_first before insert on report for each row execute function begin_deadline();
create trigger report_due_moved before update on report for each row
    when (old.due_at is distinct from new.due_at) execute function begin_deadline();

create index report_stage_until on report (stage_until)
    where stage_until is not null and status not in ('QUARANTINED', 'CLOSED', 'WITHDRAWN');

-- The holder's queue: worst band, then what is new, then the earliest deadline.
alter table report_grant add column read boolean not null default false;

update report_grant g set read = not r.unread from report r where r.id = g.report;

create or replace function place_grant() returns trigger language plpgsql as $$
begin
    select r.band, r.due_at, r.status, not r.unread into strict new.band, new.due_at, new.status, new.read
      from report r where r.id = new.report;
    return new;
end $$;

create or replace function move_grants() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    update report_grant set band = new.band, due_at = new.due_at, status = new.status, read = not new.unread
     where report = new.id;
    return null;
end $$;

drop trigger report_moved on report;
create trigger report_moved after update on report for each row
    when ((old.band, old.due_at, old.status, old.unread) is distinct from (new.band, new.due_at, new.status, new.unread))
    execute function move_grants();

create index report_grant_queue on report_grant (holder, band, read, due_at, report)
    where compartment = 'ACCOUNT' and status not in ('QUARANTINED', 'CLOSED', 'WITHDRAWN');
create index report_grant_queue_status on report_grant (holder, status, band, read, due_at, report)
    where compartment = 'ACCOUNT';
drop index report_grant_open;
drop index report_grant_status;

-- Those of which somebody was told; the rest is most of all.
create index report_stage on report (stage) where stage in ('THREE_QUARTERS', 'OVER');
