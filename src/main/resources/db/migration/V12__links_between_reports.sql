-- Somebody who holds one report asks those who hold another about a match. What is said is sealed.
create table link_question (
    id         uuid        primary key,
    desk       text        not null,
    report     uuid        not null references report,   -- of whoever asks
    about      uuid        not null references report,   -- of whoever is asked
    asker      uuid        not null references member,
    hour       timestamptz not null,
    state      text        not null,
    sealed     bytea       not null,
    answerer   uuid        references member,
    answer     bytea
);
create index link_question_about on link_question (about);
create index link_question_report on link_question (report);
create index link_question_asker on link_question (asker);

-- Two reports that somebody thinks belong together.
create table report_link (
    id         uuid        primary key,
    desk       text        not null,
    one        uuid        not null references report,
    other      uuid        not null references report,
    state      text        not null,
    proposer   uuid        not null references member,
    decider    uuid        references member,
    hour       timestamptz not null,
    note       bytea,
    reason     bytea,
    version    int         not null
);
create index report_link_one on report_link (one);
create index report_link_other on report_link (other);
create unique index report_link_once on report_link (least(one, other), greatest(one, other))
    where state in ('PROPOSED', 'CONFIRMED');

grant select, insert, update, delete on link_question, report_link to ${application};
