-- Of a delivery's findings so many are kept; how many more there were is counted.
alter table delivery
    add column findings_kept integer not null default 0,
    add column findings_more bigint not null default 0;
grant update (findings_kept, findings_more) on delivery to "${appRole}";
