-- Who has a part in a claim, by what it said when it came, so that claims of the same work are found. The claim itself is
-- sealed; a teacher number stands here as a keyed digest, which tells nothing to whoever lacks the key. Claims from before
-- have no rows here.
create table recognition_teacher (
    recognition_id bigint  not null,
    revision       integer not null,
    no             integer not null,
    teacher        bytea   not null check (length(teacher) = 32),
    primary key (recognition_id, revision, no),
    foreign key (recognition_id, revision) references recognition_body
);
create index recognition_teacher_claims on recognition_teacher (teacher, recognition_id);

grant select, insert on recognition_teacher to "${appRole}";
