-- Files that came with a report, or are on their way. Names, kinds, true sizes and digests are inside seals.
create table exhibit (
    id         uuid        primary key,
    report     uuid        not null references report,
    room       int         not null,   -- bytes that each piece has room for
    stored     bigint      not null,   -- bytes that all pieces have room for: a size step, never the true size
    complete   boolean     not null,
    token_hash bytea       unique,     -- of the upload's token, while it may be used
    state      bytea,                  -- what the upload remembers, sealed under its token
    until      timestamptz             -- when an unfinished one is given up, or the token of a finished one forgotten
);
create index exhibit_report on exhibit (report);
create index exhibit_until on exhibit (until) where until is not null;

-- Pieces in order; the bytes lie in the store, under a name that no other piece ever had.
create table exhibit_piece (
    exhibit uuid not null references exhibit,
    number  int  not null,
    blob    uuid not null unique,
    primary key (exhibit, number)
);

-- The store, where it is this database. Ciphertext does not compress.
create table blob (
    id    uuid  primary key,
    bytes bytea not null
);
alter table blob alter column bytes set storage external;

grant select, insert, update, delete on exhibit to ${application};
grant select, insert, delete on exhibit_piece, blob to ${application};
