-- People. A vault is an age identity sealed to the identity derived from its owner's passphrase.
create table member (
    id              uuid    primary key,
    subject         text    not null unique,  -- who the person is to the identity provider
    role            text    not null,         -- CASEWORKER, LEAD, INVESTIGATOR: as vouched for
    alias           text    not null,         -- the name shown to reporters and colleagues
    desk            text,
    member_state    text,
    recipient       text    not null,
    verifying_key   text,
    vault           bytea,                    -- investigators keep their key themselves
    salt            bytea,
    kdf_memory      int     not null,
    kdf_iterations  int     not null,
    kdf_parallelism int     not null,
    duty            boolean not null,         -- whether new reports come to this member
    version         int     not null
);

-- Who stands for whose key. The statement is signed; a row that was edited no longer verifies.
create table vouching (
    member    uuid        primary key references member,
    voucher   uuid        references member,  -- none: the root key of the deployment
    statement text        not null,
    signature bytea       not null,
    at        timestamptz not null
);

-- Vault sessions ended before their time. No session is kept, only the end of one.
create table ended_session (
    id    uuid        primary key,
    until timestamptz not null
);

grant select, insert, update on member, vouching to ${application};
grant select, insert, delete on ended_session to ${application};
