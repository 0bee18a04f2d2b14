package io.credithub.flow.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.domain.Article;
import io.credithub.domain.Text;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.teacher.Registry.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a certificate of credits says: the text that is signed, and nothing beside it. Amounts are
/// decimals, days and instants as in ISO 8601, so that it reads the same in any language.
///
/// @param cycle its first school year
/// @param asOf the standing is as it was known at the end of this day
/// @param reserved for the purpose; absent: nothing is
/// @param recognised what the credit bank may give out: at most what the ledger holds
/// @param floors the total and every other requirement of the policy
/// @param inQuestion decided school years of which the ledger says something else; absent: none
@Article({"四(五)", "五(三)"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Certificate(
        String number,
        CertifiedTeacher teacher,
        Purpose purpose,
        int cycle,
        int cycleYears,
        String asOf,
        Basis policy,
        Standing.Verdict verdict,
        String earned,
        String recognised,
        String required,
        @Nullable String reserved,
        List<Year> years,
        List<Floor> floors,
        @Nullable List<Integer> inQuestion,
        String issuedAt,
        IssuingOffice issuedBy) {
    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    public Certificate {
        years = List.copyOf(years);
        floors = List.copyOf(floors);
        inQuestion = inQuestion == null ? null : List.copyOf(inQuestion);
    }

    /// @param idMasked as `1401**********0016`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CertifiedTeacher(
            String name,
            @Nullable String number,
            @Nullable String idMasked,
            @Nullable String schoolCode,
            @Nullable String schoolName) {
        /// People are never printed.
        @Override
        public String toString() {
            return "Teacher[masked]";
        }
    }

    /// The rules that it was computed by.
    ///
    /// @param source the regulation, as officials cite it
    public record Basis(String id, Text title, String source) {}

    /// A school year of the cycle.
    public record Year(
            int schoolYear, String recognised, YearStanding.YearResult outcome, String borrowed) {}

    /// A requirement of the cycle.
    ///
    /// @param recognised absent for a theme, of which what is earned counts
    /// @param earned of such a theme; absent for any other requirement
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Floor(
            String key,
            Text title,
            @Nullable String recognised,
            @Nullable String earned,
            String required,
            boolean met) {}

    /// Who issued it.
    ///
    /// @param division that the key answers for
    /// @param key its id, not secret
    public record IssuingOffice(String division, String key) {}

    /// What the issuing adds.
    ///
    /// @param at an instant, ISO 8601, by the clock of the province
    public record IssueDetails(
            String number,
            String at,
            IssuingOffice office,
            Purpose purpose,
            @Nullable String reserved) {}

    static Certificate of(IssueDetails issue, Profile profile, Heading policy, Standing standing) {
        return new Certificate(
                issue.number(),
                teacher(profile),
                issue.purpose(),
                standing.cycle(),
                standing.years().size(),
                standing.asOf().toString(),
                new Basis(policy.id(), policy.title(), policy.source()),
                standing.verdict(),
                standing.earned().toString(),
                standing.backed().toString(),
                standing.required().toString(),
                issue.reserved(),
                standing.years().stream().map(Certificate::year).toList(),
                standing.lines().stream()
                        .filter(line -> line.line().kind() != RequirementLine.RequirementKind.CAP)
                        .map(Certificate::floor)
                        .toList(),
                inQuestion(standing),
                issue.at(),
                issue.office());
    }

    private static @Nullable List<Integer> inQuestion(Standing standing) {
        List<Integer> years = standing.inQuestion().stream().map(YearStanding::schoolYear).toList();
        return years.isEmpty() ? null : years;
    }

    private static CertifiedTeacher teacher(Profile profile) {
        return new CertifiedTeacher(
                profile.name(),
                profile.teacherNo(),
                profile.idMasked(),
                profile.schoolCode(),
                profile.schoolName());
    }

    private static Year year(YearStanding year) {
        return new Year(
                year.schoolYear(),
                year.recognised().toString(),
                year.outcome(),
                year.borrowed().toString());
    }

    private static Floor floor(LineStanding line) {
        return new Floor(
                line.line().key(),
                line.line().title(),
                line.recognised() == null ? null : line.recognised().toString(),
                line.recognised() == null ? line.earned().toString() : null,
                line.required().toString(),
                line.met());
    }

    /// Keys in the order of the alphabet and no blank: the same says the same, byte by byte.
    public String canonical() {
        try {
            return CANONICAL.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a certificate is always JSON", impossible);
        }
    }

    /// Reads what [#canonical] wrote; what a later version adds is passed over.
    ///
    /// @throws IllegalArgumentException if it is no certificate
    public static Certificate read(String canonical) {
        try {
            Certificate read = CANONICAL.readValue(canonical, Certificate.class);
            if (read != null) return read;
        } catch (JsonProcessingException | NullPointerException notOne) {
            // the same answer, and never with the text
        }
        throw new IllegalArgumentException("not a certificate");
    }
}
