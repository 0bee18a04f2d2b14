package io.credithub.mapping.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyBook;
import io.credithub.domain.policy.PolicyChoice;
import io.credithub.domain.standing.StandingQuestion;
import io.credithub.mapping.example.PolicyExample.ExpectedAward;
import io.credithub.mapping.example.StandingExampleQuestion.ExampleQuestion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A worked case of a standing: do awards leave a teacher where they should? Who belongs to a
/// division is judged by the policies of the place, anybody else by the policy of the case.
final class StandingCase {
    private final Policy policy;
    private final PolicyBook book;
    private final PolicyExample example;

    StandingCase(Policy policy, PolicyBook book, PolicyExample example) {
        this.policy = policy;
        this.book = book;
        this.example = example;
    }

    /// @return null if they do
    @Nullable String difference() {
        ExpectedAward expected = example.standing();
        if (example.asOf() == null || example.cycle() == null || expected == null) {
            return "asOf, cycle or standing is missing";
        }
        return switch (StandingExampleQuestion.read(question(), _ -> LocalDate.MAX)) {
            case ExampleQuestion.RefusedQuestion refused -> refused.findings().toString();
            case ExampleQuestion.UnderstoodQuestion(_, StandingQuestion question) ->
                    difference(question, expected);
        };
    }

    private @Nullable String difference(StandingQuestion question, ExpectedAward expected) {
        PolicyChoice choice =
                question.residences().isEmpty() ? new PolicyChoice.Always(policy) : book;
        return switch (question.answer(choice)) {
            case StandingQuestion.StandingAnswer.Untold untold -> untold.findings().toString();
            case StandingQuestion.StandingAnswer.ToldStanding told ->
                    new StandingDifference(expected).from(told.policy(), told.standing());
        };
    }

    private ObjectNode question() {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        put(question, "asOf", example.asOf());
        put(question, "cycle", example.cycle());
        put(question, "teacher", example.teacher());
        put(question, "awards", example.awards());
        return question;
    }

    private static void put(ObjectNode question, String name, @Nullable JsonNode value) {
        if (value != null) question.set(name, value);
    }
}
