package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credithub.domain.report.ReportName;
import io.credithub.fakes.PlainIds;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportRefused;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.store.connection.KnownMoments;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.statement.PostgresVerdictBook;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Papers about one teacher, as known before one thing after the other changed.
final class KnownPapersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path home;

    private static LawRegistry registry;
    private static KnownMoments moments;
    private static KnownSources reports;

    private int teacher;

    @BeforeAll
    static void start() throws SQLException {
        registry = new LawRegistry(home, Vertx.vertx());
        PostgresPolicies policies = new PostgresPolicies(registry.pool());
        policies.learn(RuleSets.shanxi(), PolicyFiles::again).await().atMost(PATIENCE);
        moments = new KnownMoments(registry.pool());
        KeepVerdicts verdicts =
                new KeepVerdicts(
                        new PostgresVerdictBook(registry.pool()), policies, InstantSource.system());
        reports = new KnownSources(registry.pool(), policies, verdicts);
    }

    @AfterAll
    static void end() throws SQLException {
        registry.close();
    }

    @BeforeEach
    void plant() throws SQLException {
        registry.run("delete from recon_break; delete from reconciliation_run_sum;");
        registry.run("delete from reconciliation_run;");
        PlantedPaper.gone(registry);
        registry.empty();
        PlantedYear planted = new PlantedYear(registry);
        planted.plant();
        new PlantedPaper(planted).plant();
        registry.run(
                """
                insert into ledger_block (no, first_seq, entries, credits, previous, hash)
                values (1, 1, 5, 0, '', 'a'), (2, 6, 4, 0, '', decode(repeat('ab', 32), 'hex'))\
                """);
        teacher = registry.number("select id from teacher where teacher_no = 'both'");
    }

    private static Snapshots past() {
        return new PooledSnapshots(registry.pool(), KnownMoments::past);
    }

    private static Snapshots asMade() {
        return new PooledSnapshots(registry.pool(), moments::enter);
    }

    private static Instant now() {
        return moments.now().await().atMost(PATIENCE);
    }

    private static String paper(Snapshots snapshots, ReportName name, String term, Instant asOf) {
        ReportSource source = reports.by(snapshots, name);
        Map<String, String> terms =
                Map.of(name == ReportName.CERTIFICATE ? "number" : "teacher", term);
        ReportQuestion question =
                new ReportQuestion(name, new Jurisdiction("140105"), 2022, terms, "a key", asOf);
        return KnownSources.file(source, question, ReportFormat.JSON);
    }

    private static String account(Snapshots snapshots, Instant asOf) {
        return paper(snapshots, ReportName.TEACHER_STATEMENT, PlantedPaper.TEACHER, asOf);
    }

    private static String certificate(Snapshots snapshots, Instant asOf) {
        return paper(snapshots, ReportName.CERTIFICATE, PlantedPaper.CERTIFICATE, asOf);
    }

    private static String refusal(ThrowingCallable asked) {
        return catchThrowableOfType(ReportRefused.class, asked).line();
    }

    private static String told(String paper) {
        return paper.replaceAll("\"asOf[^,]*,", "").replaceAll("\"verificationCode[^,}]*", "");
    }

    private static final String[] CHANGES = {
        "update teacher set name = '李' where teacher_no = 'both'",
        "update teacher set id_masked = '1401**********0016' where teacher_no = 'both'",
        "update exemption set ended_at = now(), ended_by = 'x'",
        "update decided_year set ended_at = now(), ended_by = 'x', reason = 'r'",
        "update loan set ended_at = now(), ended_by = 'x'",
        "update completion set hours = hours + 100 where record_id = 'one-both'",
        "update completion set credits = credits + 100 where record_id = 'paper-held'",
        """
        insert into hold_decision (record_key, version_no, hold, decision, reason, decided_by)
        select record_key, 1, 21, 2, '再次不予认定', 'office' from completion
        where record_id = 'paper-refused'\
        """,
        """
        insert into ledger_block (no, first_seq, entries, credits, previous, hash)
        values (3, 10, 1, 0, '', 'c');
        insert into ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,
            school_year, policy_id, rule, credits, experience, quality, reason)
        select 10, 3, teacher_id, record_key, version_no, 2, school_year, policy_id, rule,
            -credits, -experience, -quality, 5
        from ledger_entry where seq = 2\
        """,
        """
        insert into former_identity (teacher_id, kind, hash, value)
        select id, 1, gen_random_uuid(), 'both' from teacher where teacher_no = 'both';
        update teacher set teacher_no = 'both-anew' where teacher_no = 'both'\
        """
    };

    /// Each tells otherwise than the one before, and as known then the same as it was.
    @Test
    void everyChangeOfAnAccountIsKnownFromThenOn() throws SQLException {
        Map<Instant, String> then = new LinkedHashMap<>();
        String before = "";
        for (String change : CHANGES) {
            Instant moment = now();
            String paper = account(asMade(), moment);
            assertThat(told(paper)).as("before %s", change).isNotEqualTo(before);
            before = told(paper);
            then.put(moment, paper);
            registry.run(change);
        }
        assertThat(told(account(asMade(), now()))).isNotEqualTo(before);
        then.forEach((moment, paper) ->
                assertThat(account(past(), moment)).as("at %s", moment).isEqualTo(paper));
    }

    @Test
    void whatHoldsOfACertificateIsKnownFromThenOn() throws SQLException {
        standing();
        Map<Instant, String> then = new LinkedHashMap<>();
        String[][] steps = {
            {"update standing set in_question = 1, question_from = known_now()", "in question"},
            {
                "update standing set in_question = 0, earned = 1, question_from = known_now()",
                "This is to certify"
            },
            {
                "update decided_year set ended_at = now(), ended_by = 'x', reason = 'r'",
                "in question"
            },
            {"delete from standing", "in question"},
            {
                "update signing_key set struck_at = now(), struck_since = '2000-01-01', struck_by ="
                        + " 'x', struck_reason = 'r'",
                "struck off"
            },
            {
                "update certificate set ended_at = now(), ended_by = 'x', reason = 'r'",
                "it was revoked"
            }
        };
        assertThat(certificate(asMade(), now())).contains("This is to certify");
        for (String[] step : steps) {
            Instant moment = now();
            then.put(moment, certificate(asMade(), moment));
            registry.run(step[0]);
            assertThat(certificate(asMade(), now())).as(step[0]).containsIgnoringCase(step[1]);
        }
        then.forEach((moment, paper) ->
                assertThat(certificate(past(), moment)).as("at %s", moment).isEqualTo(paper));
    }

    private void standing() throws SQLException {
        registry.run(
                """
                insert into standing (teacher_id, cycle, policy_id, entries, earned, recognised,
                    missing, qualified, tally, counts, in_question)
                values (%d, 2022, 1, 0, 0, 0, 0, false, '', '', 0)\
                """
                        .formatted(teacher));
    }

    @Test
    void nobodyPutsAStandingInQuestionWithoutSayingSinceWhen() throws SQLException {
        standing();
        assertThatThrownBy(() -> registry.run("update standing set in_question = 1"))
                .hasMessageContaining("what is in question has changed, and not since when");
    }

    /// Whoever asks with the number that a teacher had, then or before.
    @Test
    void aFormerNumberFindsItsTeacherFromWhenItWasFormer() throws SQLException {
        Instant then = now();
        assertThat(paper(past(), ReportName.TEACHER_STATEMENT, "was-both", then)).contains("王䶮");
        registry.run("delete from former_identity");
        assertThat(paper(past(), ReportName.TEACHER_STATEMENT, "was-both", then)).contains("王䶮");
        assertThat(refusal(() -> paper(past(), ReportName.TEACHER_STATEMENT, "was-both", now())))
                .contains("没有该编号的教师");
    }

    @Test
    void aTeacherIsInSightWhereTheyWereThen() throws SQLException {
        Instant then = now();
        String paper = account(asMade(), then);
        String issued = certificate(asMade(), then);
        registry.run("update teacher set division_code = '140106' where teacher_no = 'both'");
        assertThat(account(past(), then)).isEqualTo(paper);
        assertThat(certificate(past(), then)).isEqualTo(issued);
        assertThat(refusal(() -> account(past(), now()))).contains("没有该编号的教师");
        assertThat(refusal(() -> certificate(past(), now()))).contains("没有该编号的证明");
    }

    @Test
    void aCertificateThatWasNotIssuedYetIsNone() throws SQLException {
        Instant before = now();
        registry.run("update certificate set granted_at = now()");
        assertThat(certificate(past(), now())).contains(PlantedPaper.CERTIFICATE);
        registry.run("delete from known.certificate");
        assertThat(refusal(() -> certificate(past(), before))).contains("没有该编号的证明");
    }

    /// As erasing leaves it: the number is nobody's, and a keyed hash remembers whose it was.
    @Test
    void ofWhomWasErasedNothingIsToldOfAnyMoment() throws SQLException {
        Instant then = now();
        assertThat(account(past(), then)).contains("王䶮");
        registry.run(
                """
                insert into erased_identity (hash, teacher_id) values ('%2$s', %1$d);
                update certificate set code = split_part(code, '.', 1) || '..'\
                """
                        .formatted(teacher, new PlainIds().lookup(PlantedPaper.TEACHER)));
        for (Instant moment : new Instant[] {then, now()}) {
            assertThat(refusal(() -> account(past(), moment))).contains("已依法删除", "/verify/");
            assertThat(refusal(() -> certificate(past(), moment))).contains("已依法删除", "/verify/");
        }
        ReportSource source = reports.by(past(), ReportName.TEACHER_STATEMENT);
        ReportQuestion elsewhere =
                new ReportQuestion(
                        ReportName.TEACHER_STATEMENT,
                        new Jurisdiction("140202"),
                        2022,
                        Map.of("teacher", PlantedPaper.TEACHER),
                        "a key",
                        then);
        assertThat(refusal(() -> KnownSources.file(source, elsewhere, ReportFormat.CSV)))
                .as("elsewhere like nobody")
                .contains("没有该编号的教师");
    }
}
