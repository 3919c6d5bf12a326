-- A grant that is sealed anew stays where it is: whoever took their own away first could not put it back past the wall.
grant update (sealed) on report_grant to ${application};

-- What came to stand beside grants lies behind the same wall (V18).
alter table report_pair enable row level security;
create policy held on report_pair using ((select asking()) is null or holds(report));

alter table joint_opening enable row level security;
create policy held on joint_opening using ((select asking()) is null or holds(report));
