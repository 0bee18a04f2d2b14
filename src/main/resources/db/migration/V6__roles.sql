-- Two more kinds of key: a registrar reads and decides in a division, a school submits for its own teachers. The checks say
-- what goes with which role, so that no key can be stored that opens more than its holder was told.
alter table api_key add column school_code text;
alter table api_key drop constraint api_key_role_check;
alter table api_key add constraint api_key_role_check
    check (role in ('FEED', 'READER', 'REGISTRAR', 'SCHOOL', 'OPERATOR'));
alter table api_key add constraint api_key_place_check
    check ((role in ('READER', 'REGISTRAR', 'SCHOOL')) = (division_code is not null));
alter table api_key add constraint api_key_school_check check ((role = 'SCHOOL') = (school_code is not null));
