-- Reports that nobody opens alone. That it is so is in clear, as the status is.
alter table report add column two_people boolean not null default false;

-- A compartment's private key, sealed to one holder and that sealed again to another: both are needed, in this order.
-- The grant of the holder beside it is empty then; it only keeps the place in the queue.
create table report_pair (
    report      uuid  not null references report,
    compartment text  not null,
    holder      uuid  not null references member,   -- who opens
    second      uuid  not null references member,   -- who takes the outer seal off before
    sealed      bytea not null,
    primary key (report, compartment, holder, second)
);

-- Somebody asks for a second person, and gets one, for some hours.
create table joint_opening (
    id         uuid        primary key,
    report     uuid        not null references report,
    asker      uuid        not null references member,
    purpose    text        not null,                -- READ, LIFT
    asked_hour timestamptz not null,
    reason     bytea       not null,                -- sealed to all holders
    second     uuid        references member,
    until      timestamptz not null,                -- of the request; once it was granted, of the opening
    account    bytea,                               -- the outer seal is off: sealed to the asker alone
    relatives  bytea
);
create index joint_opening_report on joint_opening (report, asker);
create index joint_opening_until on joint_opening (until);

-- Whoever loses a grant loses this with it, also where a server does it that knows nothing of pairs.
create function drop_pairs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from report_pair
     where report = old.report and compartment = old.compartment and (holder = old.holder or second = old.holder);
    delete from joint_opening where report = old.report and asker = old.holder;
    return null;
end $$;
create trigger report_grant_dropped after delete on report_grant for each row execute function drop_pairs();

grant select, insert, delete on report_pair to ${application};
grant select, insert, update, delete on joint_opening to ${application};
