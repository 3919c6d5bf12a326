-- Vault sessions that began before this are over: another passphrase or key, or a vouching that was withdrawn.
alter table member add column sessions_since timestamptz;

-- The key that a member is changing to. It counts for nothing until somebody stands for it.
create table next_key (
    member          uuid        primary key references member,
    reason          text        not null,
    recipient       text        not null,
    verifying_key   text        not null,
    vault           bytea       not null,
    salt            bytea       not null,
    kdf_memory      int         not null,
    kdf_iterations  int         not null,
    kdf_parallelism int         not null,
    former          bytea,                  -- the key of before, sealed to this one
    at              timestamptz not null
);

-- Whom a lead stands for, signed with the key that the lead is changing to.
create table next_vouching (
    member    uuid  not null references member,
    voucher   uuid  not null references next_key on delete cascade,
    statement text  not null,
    signature bytea not null,
    primary key (member, voucher)
);

-- The key of before, sealed to the key of now, until nothing is sealed to it any more.
create table former_key (
    member uuid  primary key references member,
    sealed bytea not null
);

create index audit_entry_keys on audit_entry (subject, seq)
    where act in ('VOUCHING_WITHDRAWAL_ASKED', 'VOUCHING_WITHDRAWN');

grant delete on vouching to ${application};
grant select, insert, update, delete on next_key to ${application};
grant select, insert, delete on next_vouching, former_key to ${application};
