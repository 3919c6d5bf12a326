-- A second wall behind the application's own check. Where a member is named ("amanet.member", by the service, with each
-- of its connections and for no longer than it has it), the database shows and changes only what that member holds a grant
-- of. Where nobody is named (reporters, intake, jobs, the version of the service before this one) all is as before. The
-- tables' owner, who migrates and whose triggers keep copies, is not bound by it.
create function asking() returns uuid language sql stable parallel safe
return nullif(current_setting('amanet.member', true), '')::uuid;

-- These look with the owner's eyes, else they would ask themselves; their names are bound here, whatever a caller's path.
create function holds(wanted uuid) returns boolean language sql stable security definer parallel restricted cost 20
return exists (select 1 from report_grant g where g.report = wanted and g.holder = asking());

create function holds(wanted uuid, lock text) returns boolean language sql stable security definer parallel restricted cost 20
return exists (select 1 from report_grant g where g.report = wanted and g.compartment = lock and g.holder = asking());

create function holds_exhibit(wanted uuid) returns boolean language sql stable security definer parallel restricted cost 40
return exists (select 1 from exhibit e join report_grant g on g.report = e.report
                where e.id = wanted and g.holder = asking());

create function holds_blob(wanted uuid) returns boolean language sql stable security definer parallel restricted cost 60
return exists (select 1 from exhibit_piece p join exhibit e on e.id = p.exhibit join report_grant g on g.report = e.report
                where p.blob = wanted and g.holder = asking());

-- How many of those that somebody holds are late, up to so many. Counted here, where the policy of each report need not be
-- asked a thousand times for what the grant answers already; a member who is named counts their own and no other's.
create function late_held(whom uuid, only_over boolean, most int) returns bigint language sql stable security definer
return (select count(*) from (
    select 1 from report_grant g
     where g.holder = coalesce(asking(), whom) and g.compartment = 'ACCOUNT'
       and g.status not in ('QUARANTINED', 'CLOSED', 'WITHDRAWN')
       and g.report in (select r.id from report r where r.stage in ('THREE_QUARTERS', 'OVER')
                           and (r.stage = 'OVER' or not only_over))
     limit most) counted);

-- Every report of a hand-over, and at least one.
create function holds_all_of(wanted uuid) returns boolean language sql stable security definer parallel restricted cost 60
return exists (select 1 from export_report x where x.export = wanted)
   and not exists (select 1 from export_report x where x.export = wanted and not exists (
       select 1 from report_grant g where g.report = x.report and g.holder = asking()));

create function concerned_by(wanted uuid) returns boolean language sql stable security definer parallel restricted cost 80
return exists (select 1 from export e where e.id = wanted and (asking() in (e.prepared_by, e.approved_by)
       or (e.recipient = asking() and e.status not in ('PREPARED', 'STOPPED'))
       or holds_all_of(e.id)));

alter table report enable row level security;
create policy held on report using ((select asking()) is null or holds(id));

-- Whoever holds a report sees who else does. Nobody gives what they do not hold themselves.
alter table report_grant enable row level security;
create policy held on report_grant
    using ((select asking()) is null or holder = (select asking()) or holds(report))
    with check ((select asking()) is null or holds(report, compartment));

alter table part enable row level security;
create policy held on part using ((select asking()) is null or holds(report));
-- What was written goes by the reporter's will or by time, never by a member's.
create policy kept on part as restrictive for delete using ((select asking()) is null);

alter table exhibit enable row level security;
create policy held on exhibit using ((select asking()) is null or holds(report));

alter table exhibit_piece enable row level security;
create policy held on exhibit_piece using ((select asking()) is null or holds_exhibit(exhibit));

-- Bytes come before the row that says whose they are.
alter table blob enable row level security;
create policy held on blob using ((select asking()) is null or holds_blob(id)) with check (true);

-- What somebody prepared, approved or may approve, and what was handed to them.
alter table export enable row level security;
create policy concerned on export
    using ((select asking()) is null or (select asking()) in (prepared_by, approved_by)
        or (recipient = (select asking()) and status not in ('PREPARED', 'STOPPED')) or holds_all_of(id));
create policy own on export as restrictive for insert
    with check ((select asking()) is null or prepared_by = (select asking()));

alter table export_report enable row level security;
create policy concerned on export_report
    using ((select asking()) is null or concerned_by(export))
    with check ((select asking()) is null or (concerned_by(export) and holds(report)));

alter table export_piece enable row level security;
create policy concerned on export_piece using ((select asking()) is null or concerned_by(export));

alter table saved_filter enable row level security;
create policy own on saved_filter using ((select asking()) is null or member = (select asking()));
