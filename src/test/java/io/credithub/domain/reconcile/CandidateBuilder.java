package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.programme.CoreName;
import io.credithub.domain.programme.ProgrammeTitle;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record as matching looks at it: 60 hours of 国培, centralised, completed on 2023-07-20, 20.00.
final class CandidateBuilder {
    static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    private final String feed;
    private final String recordId;
    private String name = "国培计划乡村骨干教师培训";
    private @Nullable String code;
    private @Nullable String session;
    private @Nullable String organiser;
    private Level level = Level.NATIONAL;
    private Training training = course(Form.CENTRALISED, 6000);
    private @Nullable LocalDate startedOn;
    private LocalDate completedOn = DAY;
    private TrainingRole role = TrainingRole.PARTICIPANT;
    private boolean isRoleRuled;
    private boolean isCrowded;
    private int evidence;
    private int credits = 2000;
    private Ruling ruling = Ruling.NONE;

    private CandidateBuilder(String feed, String recordId) {
        this.feed = feed;
        this.recordId = recordId;
    }

    static CandidateBuilder of(String feed, String recordId) {
        return new CandidateBuilder(feed, recordId);
    }

    static Course course(Form form, int hourHundredths) {
        return new Course(form, hourHundredths, Grade.PASS, null);
    }

    static Training result(String category, @Nullable String decided) {
        BigDecimal credits = decided == null ? null : new BigDecimal(decided);
        return new Training.SelfDirected(category, null, null, null, credits);
    }

    CandidateBuilder named(String stated) {
        name = stated;
        return this;
    }

    CandidateBuilder coded(@Nullable String stated) {
        code = stated;
        return this;
    }

    CandidateBuilder session(@Nullable String stated) {
        session = stated;
        return this;
    }

    CandidateBuilder by(@Nullable String stated) {
        organiser = stated;
        return this;
    }

    CandidateBuilder at(Level stated) {
        level = stated;
        return this;
    }

    CandidateBuilder of(Training stated) {
        training = stated;
        return this;
    }

    CandidateBuilder hours(Form form, int hundredths) {
        return of(course(form, hundredths));
    }

    CandidateBuilder hours(int hundredths) {
        return hours(Form.CENTRALISED, hundredths);
    }

    CandidateBuilder from(@Nullable LocalDate stated) {
        startedOn = stated;
        return this;
    }

    CandidateBuilder on(LocalDate stated) {
        completedOn = stated;
        return this;
    }

    CandidateBuilder days(int first, int last) {
        return from(DAY.plusDays(first)).on(DAY.plusDays(last));
    }

    CandidateBuilder later(int days) {
        return on(DAY.plusDays(days));
    }

    CandidateBuilder as(TrainingRole stated) {
        role = stated;
        return this;
    }

    /// By a policy that says what it earns.
    CandidateBuilder ruledAs(TrainingRole stated) {
        isRoleRuled = true;
        return as(stated);
    }

    /// At the very instant at which too many others were.
    CandidateBuilder crowded() {
        isCrowded = true;
        return this;
    }

    CandidateBuilder shownBy(int stated) {
        evidence = stated;
        return this;
    }

    CandidateBuilder worth(int hundredths) {
        credits = hundredths;
        return this;
    }

    CandidateBuilder ruled(Ruling decided) {
        ruling = decided;
        return this;
    }

    static UUID key(String feed, String recordId) {
        return UUID.nameUUIDFromBytes((feed + "/" + recordId).getBytes(StandardCharsets.UTF_8));
    }

    MatchCandidate build() {
        ProgrammeTitle title =
                new ProgrammeTitle(NormalForm.programme(name), code, session, organiser);
        return new MatchCandidate(
                key(feed, recordId),
                feed,
                recordId,
                CoreName.of(title).core().hashCode(),
                title,
                new Facts(level, training, role, List.of(), completedOn),
                startedOn,
                role == TrainingRole.PARTICIPANT || isRoleRuled,
                isCrowded,
                evidence,
                credits,
                ruling);
    }
}
