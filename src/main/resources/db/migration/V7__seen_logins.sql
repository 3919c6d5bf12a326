-- Failed sign-ins of the identity provider that stand in the log already, so that each is told once.
create table seen_login (
    id text        primary key,
    at timestamptz not null
);
create index seen_login_at on seen_login (at);

grant select, insert, delete on seen_login to ${application};
