-- What a member asks of the queue again and again. The name and the filter are sealed to themselves.
create table saved_filter (
    id     uuid  primary key,
    member uuid  not null references member,
    sealed bytea not null
);
create index saved_filter_member on saved_filter (member);

grant select, insert, delete on saved_filter to ${application};
