-- The chained log. The application's role may insert and read, nothing else: there is no grant for anything more.
create table audit_entry (
    seq        bigint      primary key,
    at         timestamptz not null,   -- acts of reporters: cut to the hour
    act        text        not null,
    actor_kind text        not null,
    actor      uuid,
    report     uuid,
    subject    uuid,                   -- the part, member or export that the act touched
    version    int         not null,   -- of the part, 0 where none was sealed
    detail     text        not null,   -- codes only, never words of a person
    previous   bytea       not null,
    hash       bytea       not null unique
);
create index audit_entry_report on audit_entry (report, seq);

create table audit_checkpoint (
    seq       bigint      primary key,
    hash      bytea       not null,
    at        timestamptz not null,
    signature bytea       not null
);

grant usage on schema public to ${application};
grant select, insert on audit_entry, audit_checkpoint to ${application};
