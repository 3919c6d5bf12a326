-- "Something waits for you", for those who want to be told, and nothing more than that.
create table notice_wish (
    member      uuid        primary key references member,
    way         text        not null,   -- MAIL, HOOK
    sealed      bytea,                  -- the address, sealed to a key that the servers share
    quiet_until timestamptz             -- told already: nothing more before, unless they look in
);

-- What is to be sent, at most one a member. The time is that of a batch, never that of what happened.
create table notice (
    member   uuid        primary key references member,
    due_at   timestamptz not null,
    attempts int         not null default 0
);
create index notice_due on notice (due_at);

grant select, insert, update, delete on notice_wish, notice to ${application};
