-- The blind index. Tokens are HMACs under a key that only the people of a desk can open; no value stands here.
create table desk_index (
    desk       text not null,
    generation int  not null,      -- two of them while the key is being changed; the highest takes what is new
    primary key (desk, generation)
);

-- A desk's index key, sealed to one holder and signed by whoever sealed it.
create table desk_index_key (
    desk       text  not null,
    generation int   not null,
    holder     uuid  not null,     -- a member, or the recovery key by its fixed id
    sealer     uuid  not null references member,
    sealed     bytea not null,
    signature  bytea not null,
    primary key (desk, generation, holder),
    foreign key (desk, generation) references desk_index on delete cascade
);

-- Up to which generation a report's selectors are in the index.
create table indexed_report (
    report     uuid    primary key references report,
    desk       text    not null,
    generation int     not null,   -- 0: they wait for somebody who has the key
    told       boolean not null    -- whether everybody at the desk may know that it exists; once false, it stays so
);
create index indexed_report_desk on indexed_report (desk, generation);

create table selector_token (
    desk       text    not null,
    generation int     not null,
    token      bytea   not null,
    report     uuid    not null references indexed_report,
    selector   uuid    not null,   -- the id of the sealed part
    actor      boolean not null,   -- used by an actor: only these make patterns
    primary key (desk, generation, token, report, selector)
);
create index selector_token_report on selector_token (report);

grant select, insert, delete on desk_index to ${application};
grant select, insert, update, delete on desk_index_key, indexed_report to ${application};
grant select, insert, delete on selector_token to ${application};
