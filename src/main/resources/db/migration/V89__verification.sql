-- By which a printed report is verified: the first digits of the SHA-256 of what it says, or the number of the certificate that it is.
-- The same in each format, so not unique. It stays when the file has gone, as the file's own digest does.
alter table report_job add column verification_code text;
create index report_job_verified on report_job (verification_code) where verification_code is not null;

grant update (verification_code) on report_job to "${appRole}";
