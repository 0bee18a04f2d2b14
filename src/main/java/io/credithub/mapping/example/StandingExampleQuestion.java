package io.credithub.mapping.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.StandingQuestion;
import io.credithub.domain.standing.StandingQuestion.GivenAward;
import io.credithub.flow.processing.Mapped;
import io.credithub.mapping.contract.Findings;
import io.credithub.mapping.contract.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what a standing is asked for: `asOf`, `cycle`, `teacher` and `awards`. Strict, and
/// complete: everything that is wrong with a question is said at once. Worked cases and questions
/// from a pipe have this one shape and this one reader.
public final class StandingExampleQuestion {
    private static final Set<String> NAMES =
            Set.of("teacherNo", "asOf", "cycle", "teacher", "awards");
    private static final int AWARDS_MAX = 2_000;

    private final QuestionFields fields;
    private final Findings findings;

    private StandingExampleQuestion(JsonNode node, Findings findings) {
        this.fields = new QuestionFields(node, "", findings);
        this.findings = findings;
    }

    /// What became of one question: understood, or refused.
    public sealed interface ExampleQuestion {
        /// @param teacherNo as the question has it, to find the answer again
        record UnderstoodQuestion(@Nullable String teacherNo, StandingQuestion question)
                implements ExampleQuestion {}

        /// @param findings at least one; their fields are pointers into the question
        record RefusedQuestion(@Nullable String teacherNo, List<Finding> findings)
                implements ExampleQuestion {}
    }

    /// @param today the day asked about where the question names none, by where its teacher is
    public static ExampleQuestion read(JsonNode node, Function<List<Residence>, LocalDate> today) {
        Findings findings = new Findings();
        if (!Shape.isObject(node, "", NAMES, findings)) {
            return new ExampleQuestion.RefusedQuestion(null, findings.list());
        }
        return new StandingExampleQuestion(node, findings).asked(today);
    }

    private ExampleQuestion asked(Function<List<Residence>, LocalDate> today) {
        String teacherNo = fields.text("teacherNo");
        LocalDate asOf = fields.date("asOf");
        Integer cycle = fields.year("cycle");
        ExampleRosterFields roster =
                ExampleRosterFields.read(fields.object().get("teacher"), findings);
        List<Finding> wrong = new ArrayList<>();
        List<GivenAward> awards = awards(wrong);
        wrong.addAll(0, findings.list());
        if (!wrong.isEmpty())
            return new ExampleQuestion.RefusedQuestion(teacherNo, List.copyOf(wrong));
        return new ExampleQuestion.UnderstoodQuestion(
                teacherNo,
                new StandingQuestion(
                        asOf == null ? today.apply(roster.residences()) : asOf,
                        cycle,
                        roster.facts(),
                        roster.residences(),
                        awards));
    }

    /// @param wrong where findings about single awards go
    private List<GivenAward> awards(List<Finding> wrong) {
        JsonNode nodes = fields.array("awards", AWARDS_MAX);
        List<GivenAward> awards = new ArrayList<>(nodes == null ? 0 : nodes.size());
        for (int at = 0; nodes != null && at < nodes.size(); at++) {
            String place = "/awards/" + at;
            if (nodes.get(at) instanceof ObjectNode award) {
                GivenAward given = given(award, place, wrong);
                if (given != null) awards.add(given);
            } else {
                findings.add(FindingCode.WRONG_TYPE, place, nodes.get(at));
            }
        }
        return awards;
    }

    /// @return null after a finding
    private @Nullable GivenAward given(ObjectNode award, String place, List<Finding> wrong) {
        QuestionFields own = new QuestionFields(award, place, findings);
        Credits credits = own.credits("credits");
        String content = own.text("content");
        ObjectNode record = award.deepCopy();
        record.remove(List.of("credits", "content"));
        if (!record.has("recordId")) record.put("recordId", place);
        if (award.has("credits")) asAwarded(record);
        return switch (AwardCase.canonical(record)) {
            case Mapped.MappedRecord(Completed completed, _) -> {
                if (content == null && award.has("program")) {
                    content = NormalForm.programme(completed.program().name());
                }
                yield new GivenAward(completed.facts(), credits, content, completed.recordId());
            }
            case Mapped.MappedRecord _ -> {
                findings.add(FindingCode.UNKNOWN_CODE, place + "/status", award.path("status"));
                yield null;
            }
            case Mapped.Unmappable refused -> {
                for (Finding one : refused.findings()) {
                    wrong.add(new Finding(one.code(), place + one.field(), one.value()));
                }
                yield null;
            }
        };
    }

    /// Where the credits are given, hours and grade say nothing.
    private static void asAwarded(ObjectNode record) {
        if (Form.SELF_DIRECTED.name().equals(record.path("form").asText())) return;
        if (!record.has("hours")) record.put("hours", 1);
        if (!record.has("grade")) record.put("grade", "PASS");
    }
}
