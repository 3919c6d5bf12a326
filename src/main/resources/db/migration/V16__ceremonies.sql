-- Grants that pass to another key or person, report by report. Nothing here that is not in clear on the grants.
create table ceremony (
    id          uuid        primary key,
    kind        text        not null,
    status      text        not null,
    subject     uuid        not null references member,  -- whose key is changed, who leaves, or who receives
    successor   uuid        references member,
    reason      text        not null,                    -- a code
    begun_by    uuid        not null references member,
    approved_by uuid        references member,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    version     int         not null
);
create index ceremony_running on ceremony (subject) where ended_at is null;

create table ceremony_report (
    ceremony uuid not null references ceremony,
    report   uuid not null references report,
    state    text not null,
    primary key (ceremony, report)
);
create index ceremony_waiting on ceremony_report (ceremony, report) where state = 'WAITING';

grant select, insert, update on ceremony, ceremony_report to ${application};
