package io.credithub.flow.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.recognition.Appraisal;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.recognition.TeacherDirectory.Colleague;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Checks a claim as every record is checked and judged, before anybody decides: each participant's
/// part is made a canonical record, read as if it had been pushed, and held against the policy.
@Singleton
public final class ClaimCheck {
    private static final String NOBODY = "-";

    private final Mapping mapping;
    private final Policies policies;
    private final TeacherDirectory colleagues;
    private final InstantSource clock;

    public ClaimCheck(
            Mapping mapping, Policies policies, TeacherDirectory colleagues, InstantSource clock) {
        this.mapping = mapping;
        this.policies = policies;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /// What became of the check: fit, or not.
    sealed interface Checked {
        /// @param parts one for each participant, in order
        /// @param school who claims, by the roster; null if nobody asked
        record Fit(List<CheckedPart> parts, Claim.@Nullable ClaimingSchool school)
                implements Checked {}

        /// @param findings at least one, with pointers into the claim
        record Unfit(List<Finding> findings) implements Checked {}
    }

    /// @param completed with what was decided, once that is
    /// @param appraisal [Appraisal.Settled] or [Appraisal.OpenAppraisal]
    public record CheckedPart(Completed completed, Appraisal appraisal) {
        public String teacherNo() {
            return Objects.requireNonNull(completed.teacher().teacherNo());
        }

        public @Nullable String role() {
            return ((SelfDirected) completed.training()).role();
        }

        boolean isOpen() {
            return appraisal instanceof Appraisal.OpenAppraisal;
        }
    }

    /// The policy that a claim is held against: the one that its records will be posted by.
    private Policy policy() {
        return policies.inForce().policy();
    }

    /// @param sight of the sender: a school's own code needs not be said again
    Uni<Checked> submitted(ClaimBody body, Visibility sight) {
        String school = sight.schoolCode() == null ? body.schoolCode() : sight.schoolCode();
        if (!body.findings().isEmpty()) return unfit(body.findings());
        if (school == null) return unfit(FindingCode.MISSING_FIELD, "/schoolCode");
        if (body.schoolCode() != null && !school.equals(body.schoolCode())) {
            return unfit(FindingCode.NOT_OF_SCHOOL, "/schoolCode");
        }
        return known(body)
                .map(known -> {
                    Checked checked = parts(body, known, null);
                    Colleague own = own(body, known, sight, school);
                    return own == null ? with(checked, ownMissing()) : of(checked, school, own);
                });
    }

    /// @param decided null: nobody has decided
    Uni<Checked> decided(ClaimBody body, @Nullable JsonNode decided) {
        return known(body).map(known -> parts(body, known, decided));
    }

    private Uni<Map<String, Colleague>> known(ClaimBody body) {
        Set<String> numbers = new TreeSet<>();
        for (int n = 0; n < body.participants(); n++) numbers.add(body.teacherNo(n));
        return colleagues.find(numbers);
    }

    private Checked parts(
            ClaimBody body, Map<String, Colleague> known, @Nullable JsonNode decided) {
        Set<Finding> findings = new LinkedHashSet<>();
        List<CheckedPart> parts = new ArrayList<>();
        for (int n = 0; n < body.participants(); n++) {
            Colleague colleague = known.get(body.teacherNo(n));
            if (colleague == null) {
                String place = "/participants/" + n + "/teacherNo";
                findings.add(new Finding(FindingCode.UNKNOWN_TEACHER, place, null));
            }
            String name = colleague == null ? NOBODY : colleague.name();
            CheckedPart part = new OnePart(body, n, name, findings).read(decided);
            if (part != null) parts.add(part);
        }
        boolean isDecidable = parts.isEmpty() || parts.stream().anyMatch(CheckedPart::isOpen);
        if (decided != null && !isDecidable) {
            findings.add(new Finding(FindingCode.NOT_APPLICABLE, "/decidedCredits", null));
        }
        return findings.isEmpty()
                ? new Checked.Fit(parts, null)
                : new Checked.Unfit(List.copyOf(findings));
    }

    /// One participant's part.
    private final class OnePart {
        private final ClaimBody body;
        private final int n;
        private final String name;
        private final Set<Finding> findings;

        OnePart(ClaimBody body, int n, String name, Set<Finding> findings) {
            this.body = body;
            this.n = n;
            this.name = name;
            this.findings = findings;
        }

        /// @return null after a finding
        @Nullable CheckedPart read(@Nullable JsonNode decided) {
            Completed open = completed(null);
            if (open == null) return null;
            return switch (Appraisal.of(policy(), open.facts())) {
                case Appraisal.UnfitClaim unfit -> refuse(unfit.findings());
                case Appraisal.Settled settled -> new CheckedPart(open, settled);
                case Appraisal.OpenAppraisal range ->
                        decided == null ? new CheckedPart(open, range) : decided(range, decided);
            };
        }

        private @Nullable CheckedPart decided(Appraisal.OpenAppraisal range, JsonNode decided) {
            Completed completed = completed(decided);
            if (completed == null) return null;
            BigDecimal credits = ((SelfDirected) completed.training()).decidedCredits();
            if (credits == null) return refuse(List.of(missing()));
            return switch (Appraisal.decided(policy(), completed.facts(), credits)) {
                case Judgement.Unjudged unjudged -> refuse(unjudged.findings());
                case Judgement.Awarded _ -> new CheckedPart(completed, range);
            };
        }

        /// @return null after a finding
        private @Nullable Completed completed(@Nullable JsonNode decided) {
            RawRecord raw = RawRecord.of(n, body.canonical(n, name, decided));
            Mapped mapped = mapping.of(RecognitionFeed.CODE).map(raw, today());
            if (mapped instanceof Mapped.MappedRecord(Completed completed, _)) return completed;
            if (mapped instanceof Mapped.Unmappable refused) refuse(refused.findings());
            return null;
        }

        private @Nullable CheckedPart refuse(List<Finding> found) {
            for (Finding finding : found) findings.add(ClaimBody.about(finding, n));
            return null;
        }
    }

    static Finding missing() {
        return new Finding(FindingCode.MISSING_FIELD, "/activity/decidedCredits", null);
    }

    private LocalDate today() {
        return policies.dayOf(clock.instant());
    }

    private static @Nullable Colleague own(
            ClaimBody body, Map<String, Colleague> known, Visibility sight, String school) {
        for (int n = 0; n < body.participants(); n++) {
            Colleague colleague = known.get(body.teacherNo(n));
            if (colleague != null && colleague.isOf(sight, school)) return colleague;
        }
        return null;
    }

    private static Finding ownMissing() {
        return new Finding(FindingCode.NOT_OF_SCHOOL, "/participants", null);
    }

    private static Checked of(Checked checked, String school, Colleague own) {
        return switch (checked) {
            case Checked.Unfit _ -> checked;
            case Checked.Fit fit ->
                    new Checked.Fit(fit.parts(), new Claim.ClaimingSchool(school, own.division()));
        };
    }

    private static Checked with(Checked checked, Finding finding) {
        List<Finding> findings = new ArrayList<>();
        if (checked instanceof Checked.Unfit unfit) findings.addAll(unfit.findings());
        findings.add(finding);
        return new Checked.Unfit(List.copyOf(findings));
    }

    private static Uni<Checked> unfit(List<Finding> findings) {
        return Uni.createFrom().item(new Checked.Unfit(findings));
    }

    private static Uni<Checked> unfit(FindingCode code, String field) {
        return unfit(List.of(new Finding(code, field, null)));
    }
}
