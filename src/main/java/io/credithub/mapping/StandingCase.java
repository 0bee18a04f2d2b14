package io.credithub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyBook;
import io.credithub.domain.policy.Residence;
import io.credithub.domain.standing.Earned;
import io.credithub.domain.standing.Entries;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.flow.Mapped;
import io.credithub.mapping.PolicyExample.Teacher;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A worked case of a standing: do awards leave a teacher where they should?
final class StandingCase {
    private final Policy policy;
    private final PolicyBook book;
    private final PolicyExample example;
    private final Teacher teacher;
    private final List<Residence> residences;

    /// @throws java.time.DateTimeException if a date in it is none
    StandingCase(Policy policy, PolicyBook book, PolicyExample example) {
        this.policy = policy;
        this.book = book;
        this.example = example;
        this.teacher = example.teacher() == null ? Teacher.SETTLED : example.teacher();
        this.residences =
                orNone(teacher.divisions()).stream()
                        .map(place -> new Residence(LocalDate.parse(place.from()), place.code()))
                        .toList();
    }

    /// @return null if they do
    /// @throws java.time.DateTimeException if a date in it is none
    @Nullable String difference() {
        LocalDate asOf = PolicyExample.day(example.asOf());
        Integer cycle = example.cycle();
        if (asOf == null || cycle == null || example.standing() == null) {
            return "asOf, cycle or standing is missing";
        }
        List<Earned> earned = new ArrayList<>();
        for (ObjectNode award : orNone(example.awards())) {
            Earned entry;
            try {
                entry = earned(award, "record-" + earned.size());
            } catch (IllegalArgumentException bad) {
                return "awards/" + earned.size() + ": " + bad.getMessage();
            }
            earned.add(entry);
        }
        Policy asked =
                residences.isEmpty() ? policy : book.ofCycle(residences, cycle, asOf).orElse(null);
        if (asked == null) return "no policy is in force";
        Standing standing = Standing.of(asked, new Entries(cycle, earned), facts(), asOf);
        return new StandingDifference(example.standing()).from(asked, standing);
    }

    private TeacherFacts facts() {
        return new TeacherFacts(
                        PolicyExample.day(teacher.confirmedOn()),
                        PolicyExample.day(teacher.transferredOn()),
                        teacher.newTeacher())
                .with(
                        orNone(teacher.exemptions()).stream()
                                .map(one -> new TeacherFacts.Grant(one.kind(), one.schoolYear()))
                                .toList(),
                        orNone(teacher.loans()).stream()
                                .map(one ->
                                        new TeacherFacts.Loan(
                                                one.schoolYear(),
                                                credits(one.credits()),
                                                one.line()))
                                .toList(),
                        List.of());
    }

    /// @throws IllegalArgumentException if the award is not well written, or cannot be judged
    private Earned earned(ObjectNode award, String recordId) {
        ObjectNode record = award.deepCopy();
        JsonNode given = record.remove("credits");
        JsonNode about = record.remove("content");
        String content = about == null ? null : about.asText();
        if (given != null) asAwarded(record);
        Mapped read = AwardCase.canonical(record);
        if (!(read instanceof Mapped.Understood(Completed completed, _))) {
            throw new IllegalArgumentException(read.toString());
        }
        Facts facts = completed.facts();
        if (given != null) return new Earned(facts, credits(given.asText()), content, recordId);
        Policy judge =
                residences.isEmpty()
                        ? policy
                        : book.ofAward(residences, facts.completedOn()).orElse(null);
        Earned judged = judge == null ? null : Earned.judged(judge, facts, content, recordId);
        if (judged == null) throw new IllegalArgumentException("it cannot be judged");
        return judged;
    }

    /// Where the credits are given, hours and grade say nothing.
    private static void asAwarded(ObjectNode record) {
        if (Form.SELF_DIRECTED.name().equals(record.path("form").asText())) return;
        if (!record.has("hours")) record.put("hours", 1);
        if (!record.has("grade")) record.put("grade", "PASS");
    }

    /// @throws NumberFormatException if it is no decimal
    /// @throws ArithmeticException if it has more than two places
    private static Credits credits(String text) {
        return new Credits(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
