package io.credithub.store;

import io.credithub.fixtures.Certified;
import io.credithub.fixtures.DrawnSigning;
import io.credithub.flow.certificate.Jws;
import java.sql.SQLException;

/// The account of a teacher of a planted year with one of everything that a paper tells, a
/// certificate, and a recomputation that tells on it: written by hand.
final class PlantedPaper {
    static final String TEACHER = "both";
    static final String CERTIFICATE = "2026-7F3KXM2QBW";

    private static final String ACCOUNT =
            """
            update teacher set has_grants = true, moved = true, has_past = true where id = {t};
            insert into residence (teacher_id, from_day, division_code)
            values ({t}, '2000-09-01', '140105');
            insert into former_identity (teacher_id, kind, hash, value)
            values ({t}, 1, gen_random_uuid(), 'was-both');
            insert into exemption (id, teacher_id, kind, school_year, evidence, granted_by)
            values (gen_random_uuid(), {t}, 'ILLNESS', 2023, '住院证明', 'office');
            insert into loan (id, teacher_id, school_year, credits, owed, policy_id, granted_by)
            values (gen_random_uuid(), {t}, 2023, 270, 300, 1, 'office');
            insert into decided_year (id, teacher_id, school_year, recognised, qualified,
                granted_by)
            values (gen_random_uuid(), {t}, 2022, 1950, false, 'office');
            insert into year_confirmation (id, teacher_id, decision, reason, held, granted_by)
            select gen_random_uuid(), {t}, id, '核对无误',
                '{"recognised": 1950, "lines": {"total": 1950}}', 'office'
            from decided_year where teacher_id = {t};
            update completion set state = 6, hold = 21 where record_id = 'paper-held';
            update completion set state = 7, hold = 21 where record_id = 'paper-refused';
            update completion set rule = -1, credits = 2000 where record_id = 'paper-adjusted';
            insert into hold_decision (record_key, version_no, hold, decision, reason, decided_by)
            select record_key, 1, 21, 2, '与在岗时间冲突', 'office' from completion
            where record_id = 'paper-refused';
            insert into adjustment (record_key, version_no, credits, rules, four_eyes, evidence,
                state, posted_seq)
            select record_key, 1, 2000, 1600, false, '核定表', 2, 3 from completion
            where record_id = 'paper-adjusted';
            insert into adjustment_step (adjustment_id, act, by, role, reason)
            select max(id), act, 'office', 'REGISTRAR', '学时漏报' from adjustment,
                generate_series(1, 2) as s (act) group by act\
            """;

    /// By the blocks of the planted head.
    private static final String LINE =
            """
            insert into ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,
                school_year, policy_id, rule, credits, experience, quality, reason)
            select {seq}, {block}, teacher_id, record_key, 1, {kind}, 2022, 1, rule,
                {sign} * credits, {sign} * experience, 0, {reason}
            from completion where record_id = '{record}' and version_no = 1\
            """;

    private final PlantedYear planted;
    private final LawRegistry registry;

    PlantedPaper(PlantedYear planted) {
        this.planted = planted;
        this.registry = planted.registry;
    }

    /// Before the registry is emptied.
    static void gone(LawRegistry registry) throws SQLException {
        registry.run(
                """
                delete from former_identity; delete from exemption; delete from loan;
                delete from year_confirmation; delete from decided_year; delete from certificate;
                delete from signing_key; delete from hold_decision; delete from erased_identity;
                delete from recomputation_unjudged; delete from recomputation_change;
                delete from recomputation_policy; delete from recomputation\
                """);
    }

    /// @return the number of the recomputation
    int plant() throws SQLException {
        int teacher =
                registry.number("select id from teacher where teacher_no = '" + TEACHER + "'");
        for (String record : new String[] {"held", "refused", "adjusted"}) {
            planted.record("paper-" + record, "two", planted.second, teacher);
        }
        registry.run(ACCOUNT.replace("{t}", String.valueOf(teacher)));
        line(1, "one-both", false);
        line(2, "two-more", false);
        line(3, "two-gone", false);
        line(4, "paper-adjusted", false);
        line(6, "two-gone", true);
        certificate(teacher);
        return recomputation(teacher);
    }

    private void line(int seq, String record, boolean isReversal) throws SQLException {
        registry.run(
                LINE.replace("{seq}", String.valueOf(seq))
                        .replace("{block}", seq < 6 ? "1" : "2")
                        .replace("{kind}", isReversal ? "2" : "1")
                        .replace("{sign}", isReversal ? "-1" : "1")
                        .replace("{reason}", isReversal ? "5" : "1")
                        .replace("{record}", record));
    }

    private void certificate(int teacher) throws SQLException {
        DrawnSigning signing = new DrawnSigning();
        Jws code = Jws.sign(signing, Certified.numbered(CERTIFICATE).canonical());
        registry.run(
                """
                insert into signing_key (id, x) values ('%s', '%s');
                insert into certificate (id, teacher_id, granted_by, number, cycle, purpose, as_of,
                    code, fingerprint)
                values (gen_random_uuid(), %d, 'office', '%s', 2022, 'TITLE', '2026-11-24', '%s',
                    '%s')\
                """
                        .formatted(
                                signing.published().id(),
                                signing.published().x(),
                                teacher,
                                CERTIFICATE,
                                code.compact(),
                                code.fingerprint()));
    }

    private int recomputation(int teacher) throws SQLException {
        registry.run(
                """
                insert into recomputation (asked_by, main_id, against, state, teachers, done)
                values ('a key', 1, 1, 'TELLING', 1000, 10);
                insert into recomputation_policy select max(id), 1 from recomputation;
                insert into recomputation_change
                select max(id), %1$d, 2022, '140105', 1, 1600, 1700, 1600, 1700, 'NOT_YET',
                    'QUALIFIED' from recomputation;
                insert into recomputation_unjudged
                select max(id), %1$d, 1, 0, 2, '', 3 from recomputation\
                """
                        .formatted(teacher));
        return registry.number("select max(id) from recomputation");
    }
}
