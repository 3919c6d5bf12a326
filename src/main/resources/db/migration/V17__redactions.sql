-- Copies of ours from which something was taken away lie as files do, but are none that a reporter sent.
alter table exhibit add column redacted boolean not null default false;
