-- What stands here in clear is the whole list; see docs/DATA-MODEL.md. Everything else is inside age files.
create table report (
    id             uuid        primary key,
    reference      text        not null unique,
    lookup         bytea       unique,        -- SHA-256 of the receipt's lookup id; none after withdrawal
    received_hour  timestamptz not null,
    touched_hour   timestamptz not null,
    language       text        not null,
    desk           text        not null,
    country        text,
    band           text        not null,
    status         text        not null,
    size_class     text        not null,
    assignee       uuid        references member,
    unread         boolean     not null,      -- something the desk has not seen
    due_at         timestamptz not null,
    retention_at   timestamptz,
    kdf_memory      int        not null,
    kdf_iterations  int        not null,
    kdf_parallelism int        not null,
    version        int         not null
);
create index report_queue on report (band, due_at, id);

-- A private half of a report's key, sealed to one holder.
create table report_grant (
    report      uuid  not null references report,
    compartment text  not null,
    holder      uuid  not null,               -- a member; or the reporter or the recovery key, by fixed ids
    sealed      bytea not null,
    primary key (report, compartment, holder)
);
create index report_grant_holder on report_grant (holder, report);

create table part (
    id          uuid        not null,
    version     int         not null,
    report      uuid        not null references report,
    kind        text        not null,
    compartment text        not null,
    hour        timestamptz not null,
    position    bigint      generated always as identity,
    sealed      bytea       not null,
    primary key (id, version)
);
create index part_report on part (report, kind);

grant select, insert, update on report to ${application};
grant select, insert, delete on report_grant, part to ${application};
