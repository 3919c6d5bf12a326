create table export (
    id             uuid        primary key,
    reference      text        not null unique,
    recipient      uuid        not null references member,
    recipient_key  text        not null,      -- what it is sealed to: as vouched for when prepared
    member_state   text        not null,
    profile        text        not null,
    status         text        not null,
    prepared_by    uuid        not null references member,
    prepared_at    timestamptz not null,
    approved_by    uuid        references member,
    approved_at    timestamptz,
    expires_at     timestamptz not null,
    pulled_at      timestamptz,
    refusal        text,                       -- a code
    package_sha512 bytea,
    package_size   bigint,
    version        int         not null,
    check (approved_by is null or approved_by <> prepared_by)
);
create index export_recipient on export (recipient, prepared_at);

create table export_report (
    export uuid not null references export,
    report uuid not null references report,
    primary key (export, report)
);
create index export_report_report on export_report (report);

-- The sealed package, in pieces so that no reader or writer holds it whole.
create table export_piece (
    export   uuid  not null references export,
    position int   not null,
    bytes    bytea not null,
    primary key (export, position)
);

grant select, insert, update on export to ${application};
grant select, insert on export_report to ${application};
grant select, insert, delete on export_piece to ${application};
