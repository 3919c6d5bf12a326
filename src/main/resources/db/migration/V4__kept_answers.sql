-- The answer to a request that may be repeated, sealed under its own idempotency key: only a hash of that key is here.
create table kept_answer (
    key_hash bytea       primary key,
    sealed   bytea       not null,
    until    timestamptz not null
);
create index kept_answer_until on kept_answer (until);

grant select, insert, delete on kept_answer to ${application};
