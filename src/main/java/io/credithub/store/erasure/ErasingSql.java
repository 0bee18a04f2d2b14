package io.credithub.store.erasure;

/// Statements that erase one person, as the owner of the tables. `?` is, in each, an array of the
/// teachers who are the person: one, and whoever was merged into them.
final class ErasingSql {
    /// Stands where something must stand.
    static final String NOTHING = "已注销 erased";

    static final String ROWS =
            """
            with recursive person (id) as (
                select ?::int4 union select t.id from teacher t join person p on t.merged_into = p.id)
            select array_agg(id) from person\
            """;

    /// What somebody would still wait for. `$id`: the teacher.
    static final String HINDRANCES =
            """
            select 'PROPOSAL' where exists (select from person_act
                where state = 'OPEN' and $id in (teacher_id, other_id))
            union all
            select 'LOAN' where exists (select from loan where teacher_id = $id and ended_at is null
                and now() < make_date(school_year + 2, 9, 1))
            union all
            select 'RESERVATION' where exists (select from reservation
                where teacher_id = $id and state = 'RESERVED')
            union all
            select 'RECOMPUTATION' where exists (select from recomputation
                where state in ('TELLING', 'APPLYING'))\
            """;

    /// Who the person is and was.
    static final String HASHES =
            """
            select number_hash from teacher where id = any(?) and number_hash is not null
            union select id_hash from teacher where id = any(?) and id_hash is not null
            union select hash from former_identity where teacher_id = any(?) and hash is not null\
            """;

    static final String WORDS =
            """
            select teacher_no from teacher where id = any(?) and teacher_no is not null
            union select name from teacher where id = any(?)
            union select id_masked from teacher where id = any(?) and id_masked is not null
            union select value from former_identity where teacher_id = any(?)\
            """;

    static final String DOCUMENTS =
            """
            select id_type, id_cipher from teacher where id = any(?) and id_cipher is not null
            union all
            select id_type, id_cipher from former_identity
            where teacher_id = any(?) and id_cipher is not null\
            """;

    static final String REMEMBER =
            """
            insert into erased_identity as i (hash, teacher_id)
            select hash, ? from unnest(?::uuid[]) as h (hash)
            on conflict (hash) do update set teacher_id = greatest(i.teacher_id, excluded.teacher_id)\
            """;

    /// Whatever a process remembers of the roster or an account is true no more.
    static final String PEN =
            """
            update ledger_head set roster_version = roster_version + 1,
                facts_version = facts_version + 1\
            """;

    /// Each with the array as its only parameter. Facts that credits rest on stay: the division,
    /// the days of service, what was granted and decided.
    static final String[] OF_THE_PERSON = {
        // first: while it is known who it was; the hash of the file stays
        """
        update sign_off_part p set content = null, erased_at = now()
        from teacher t where t.id = any(?) and p.content is not null
            and position(convert_to(coalesce(t.teacher_no, t.name), 'UTF8') in p.content) > 0\
        """,
        // a number of theirs may have been somebody else's
        """
        with person as (select ?::int4[] as ids)
        update known.teacher k set teacher_no = null from person p
        where k.teacher_no in (select teacher_no from teacher where id = any(p.ids)
            union select value from former_identity where kind = 1 and teacher_id = any(p.ids))\
        """,
        """
        update teacher set teacher_no = null, number_hash = null, id_type = null, id_hash = null,
            id_cipher = null, id_key = null, id_masked = null, name = '%s', birth_date = null,
            school_code = null, school_name = null, home_school_code = null, has_past = false,
            erased_at = now(), version = version + 1
        where id = any(?)\
        """
                .formatted(NOTHING),
        // the past is changed as well: what is erased was never known
        """
        update known.teacher set teacher_no = null, id_masked = null, name = '%s',
            school_code = null, school_name = null, home_school_code = null, has_past = false
        where id = any(?)\
        """
                .formatted(NOTHING),
        """
        update known.recon_break set school_code = null, record_id = null, peer_id = null,
            ours = null, theirs = null, fields = '[]'
        where teacher_id = any(?)\
        """,
        "delete from former_identity where teacher_id = any(?)",
        """
        with person as (select ?::int4[] as ids)
        delete from known.former_identity f using person p
        where f.teacher_id = any(p.ids) or f.hash in (
            select hash from erased_identity where teacher_id = any(p.ids))\
        """,
        "delete from roster_doubt where teachers && ?",
        """
        delete from person_act_record r using person_act a where a.id = r.act_id
            and array[a.teacher_id, a.other_id] && ?\
        """,
        """
        update person_act set reason = '%1$s', birth_date = null,
            new_number = case when new_number is not null then '' end,
            name = case when name is not null then '%1$s' end
        where array[teacher_id, other_id] && ?\
        """
                .formatted(NOTHING),
        "update exemption set evidence = '%s' where teacher_id = any(?)".formatted(NOTHING),
        "update reservation set note = null where teacher_id = any(?)",
        """
        update decided_year set reason = '%s' where teacher_id = any(?) and reason is not null\
        """
                .formatted(NOTHING),
        "update year_confirmation set reason = '%s' where teacher_id = any(?)".formatted(NOTHING),
        """
        update recon_break_event e set note = null from recon_break b
        where b.identity = e.identity and b.teacher_id = any(?) and e.note is not null\
        """,
        """
        update recon_break set school_code = null, record_id = null, peer_id = null, ours = null,
            theirs = null, fields = '[]', version = version + 1
        where teacher_id = any(?)\
        """,
        """
        update hold_decision h set reason = '%s' from completion c
        where c.record_key = h.record_key and c.teacher_id = any(?)\
        """
                .formatted(NOTHING),
        """
        update adjustment a set evidence = '%s' from completion c
        where c.record_key = a.record_key and c.teacher_id = any(?)\
        """
                .formatted(NOTHING),
        """
        update adjustment_step s set reason = '%s' from adjustment a join completion c using (record_key)
        where a.id = s.adjustment_id and c.teacher_id = any(?)\
        """
                .formatted(NOTHING),
        """
        update pair_decision d set reason = '%s' from completion c
        where c.record_key in (d.first, d.second) and c.teacher_id = any(?)\
        """
                .formatted(NOTHING),
        // one that is being made begins anew
        """
        update report_job set state = case when state = 'DONE' then 'EXPIRED' else 'WAITING' end,
            lease_until = null
        where names_persons and state in ('DONE', 'RUNNING') and ?::int[] is not null\
        """,
        """
        delete from report_file f using report_job j
        where j.id = f.job_id and j.names_persons and ?::int[] is not null\
        """,
        // the head of the code says which key signed it; number and fingerprint go on being asked
        """
        update certificate set code = split_part(code, '.', 1) || '..',
            reason = case when reason is not null then '%s' end
        where teacher_id = any(?)\
        """
                .formatted(NOTHING),
        """
        update known.certificate set reason = '%s'
        where teacher_id = any(?) and reason is not null\
        """
                .formatted(NOTHING),
    };

    /// Records of the person that still waited: nobody comes for them any more.
    static final String WAITING =
            """
            update waiting set teacher_no_hash = null, id_hash = null, name = null, birth_date = null
            where teacher_no_hash = any(?::uuid[]) or id_hash = any(?::uuid[])\
            """;

    /// On enrolment lists, those that were replaced too, a place is left that is nobody's.
    static final String ENROLMENTS =
            """
            update enrolment set number_hash = null, id_hash = null, teacher_no = null,
                id_masked = null, name = '%s'
            where number_hash = any(?::uuid[]) or id_hash = any(?::uuid[])\
            """
                    .formatted(NOTHING);

    /// Texts that somebody wrote freely, and in which a number or name may stand.
    static final String[][] FREE_TEXTS = {
        {"delivery", "reference"},
        {"delivery", "asked_reason"},
        {"chunk", "last_error"},
        {"chunk", "discarded"},
        {"chunk_act", "reason"},
        {"chunk_act", "error"},
        {"idempotency_key", "key"},
        {"recognition", "idempotency_key"},
        {"recognition", "claim_ref"},
        {"recognition_event", "note"},
        {"recon_break", "assignee"},
        {"recon_break", "record_id"},
        {"recon_break", "peer_id"},
        {"recon_break", "ours"},
        {"recon_break", "theirs"},
        {"recon_break", "fields"},
        {"known.recon_break", "assignee"},
        {"known.recon_break", "record_id"},
        {"known.recon_break", "peer_id"},
        {"known.recon_break", "ours"},
        {"known.recon_break", "theirs"},
        {"known.recon_break", "fields"},
        {"recon_break_event", "note"},
        {"recon_break_event", "assignee"},
        {"erasure", "reason"},
        {"erasure", "basis"},
        {"report_job", "terms"},
        {"sign_off_step", "note"},
        {"report_subscription", "terms"},
    };

    /// Addresses that mail goes to, without those that a word is in.
    static final String RECIPIENTS =
            """
            update report_subscription s set version = version + 1, recipients = array(
                select r.address from unnest(s.recipients) with ordinality as r (address, no)
                where not exists (select from unnest(?::text[]) as w (word)
                    where strpos(lower(r.address), lower(w.word)) > 0) order by r.no)
            where exists (select from unnest(s.recipients) as r (address)
                join unnest(?::text[]) as w (word) on strpos(lower(r.address), lower(w.word)) > 0)\
            """;

    /// The records that are or were theirs: each from an index.
    private static final String RECORDS =
            """
            select record_key from completion
            where teacher_id = any(?) and state in (1, 2, 6, 7)
            union select record_key from ledger_entry where teacher_id = any(?) and kind in (1, 2)\
            """;

    /// A source may make the ids of records out of numbers.
    static final String RECORD_IDS =
            "select record_key, version_no, record_id from completion where record_key in (%s)"
                    .formatted(RECORDS);

    /// What their records say of name and school; before [#WAITING].
    static final String SAID =
            """
            update completion set said_school = null, said_name = null
            where (said_school is not null or said_name is not null) and record_key in (%s
                union select record_key from waiting
                    where teacher_no_hash = any(?::uuid[]) or id_hash = any(?::uuid[]))\
            """
                    .formatted(RECORDS);

    /// Where the bytes of their records lie.
    static final String PLACES =
            """
            select coalesce(d.replay_of, d.id), c.position from completion c
            join delivery d on d.id = c.delivery_id
            where c.record_key in (%s) and c.teacher_id = any(?)\
            """
                    .formatted(RECORDS);

    static final String ERASED =
            "select coalesce(array_agg(id), '{}') from teacher where erased_at is not null";

    static final String RECORD_ID =
            "update completion set record_id = ? where record_key = ? and version_no = ?";

    static final String DONE =
            """
            update erasure set erased_at = now() where teacher_id = ? and erased_at is null\
            """;

    private ErasingSql() {}
}
