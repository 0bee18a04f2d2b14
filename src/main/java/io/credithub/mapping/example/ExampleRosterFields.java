package io.credithub.mapping.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.GrantedFact;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.mapping.contract.Findings;
import io.credithub.mapping.contract.Shape;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a question says of its teacher: what a roster would.
///
/// @param residences where the teacher belonged
record ExampleRosterFields(TeacherFacts facts, List<Residence> residences) {
    private static final Set<String> NAMES =
            Set.of(
                    "confirmedOn",
                    "transferredOn",
                    "newTeacher",
                    "leftOn",
                    "divisions",
                    "exemptions",
                    "loans",
                    "frozen");
    private static final Set<String> PLACE = Set.of("from", "code");
    private static final Set<String> EXEMPTED = Set.of("kind", "schoolYear");
    private static final Set<String> LENT = Set.of("schoolYear", "credits", "line", "repaid");
    private static final Set<String> FROZEN = Set.of("schoolYear", "recognised", "qualified");
    private static final Pattern DIVISION = Pattern.compile("[1-9][0-9]{5}");
    private static final ExampleRosterFields NOTHING_SAID =
            new ExampleRosterFields(TeacherFacts.SETTLED, List.of());

    /// @param teacher null: nothing is said of the teacher
    static ExampleRosterFields read(@Nullable JsonNode teacher, Findings findings) {
        if (teacher == null || !Shape.isObject(teacher, "/teacher", NAMES, findings)) {
            return NOTHING_SAID;
        }
        QuestionFields fields = new QuestionFields(teacher, "/teacher", findings);
        TeacherFacts facts =
                new TeacherFacts(
                                fields.date("confirmedOn"),
                                fields.date("transferredOn"),
                                fields.flag("newTeacher"))
                        .leaving(fields.date("leftOn"))
                        .with(
                                fields.list("exemptions", EXEMPTED, ExampleRosterFields::exempted),
                                fields.list("loans", LENT, ExampleRosterFields::lent),
                                fields.list("frozen", FROZEN, ExampleRosterFields::frozen));
        return new ExampleRosterFields(
                facts, fields.list("divisions", PLACE, ExampleRosterFields::place));
    }

    private static @Nullable Residence place(QuestionFields item) {
        LocalDate from = item.required("from", item::date);
        String code = item.required("code", item::text);
        if (code != null && !DIVISION.matcher(code).matches()) {
            item.findings().add(FindingCode.UNKNOWN_CODE, item.at("code"), code);
        }
        return from == null || code == null ? null : new Residence(from, code);
    }

    private static @Nullable GrantedFact exempted(QuestionFields item) {
        String kind = item.required("kind", item::text);
        Integer year = item.required("schoolYear", item::year);
        return kind == null || year == null ? null : new GrantedFact(kind, year);
    }

    private static @Nullable Loan lent(QuestionFields item) {
        Integer year = item.required("schoolYear", item::year);
        Credits credits = item.required("credits", item::credits);
        String line = item.text("line");
        Credits repaid = item.credits("repaid");
        return year == null || credits == null ? null : new Loan(year, credits, line, repaid);
    }

    private static @Nullable FrozenYear frozen(QuestionFields item) {
        Integer year = item.required("schoolYear", item::year);
        Credits recognised = item.required("recognised", item::credits);
        Boolean qualified = item.required("qualified", item::flag);
        if (year == null || recognised == null || qualified == null) return null;
        return new FrozenYear(year, recognised, qualified);
    }
}
