-- What leads are told, each in a copy sealed to them; and how many different reports somebody reads.

-- In clear: to whom, in which hour, and whether somebody has to look. What it says, and of whom, is inside.
create table warning (
    id      uuid        not null,
    holder  uuid        not null references member,
    hour    timestamptz not null,
    waiting boolean     not null,
    sealed  bytea       not null,
    answer  bytea,                  -- what a lead wrote to it, sealed to the same holder
    primary key (id, holder)
);
create index warning_holder on warning (holder, hour desc);
create index warning_waiting on warning (holder) where waiting;

-- How far the log has been looked through: one row.
create table watched (seq bigint not null);
insert into watched select coalesce(max(seq), 0) from audit_entry;

-- What somebody does again and again is counted in the log itself.
create index audit_entry_watched on audit_entry (actor, act, at)
    where act in ('RELATIVES_OPENED', 'OPENING_REFUSED', 'VAULT_REFUSED', 'ACCESS_REFUSED');

-- Who read which report in which hour; forgotten after a day. The log says the same, for longer.
create table reading (
    member uuid        not null references member,
    hour   timestamptz not null,
    report uuid        not null,
    primary key (member, hour, report)
);

grant select, insert, update on warning to ${application};
grant select, update on watched to ${application};
grant select, insert, delete on reading to ${application};
