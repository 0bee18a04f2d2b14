package io.credithub.api.adjustment;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.AdjustmentCode;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Role;
import io.credithub.flow.adjustment.AdjustAwards.AdjustmentRequest;
import io.credithub.flow.adjustment.AdjustmentBook.Signed;
import io.credithub.flow.adjustment.Adjustments;
import io.credithub.flow.adjustment.NotAdjusted;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Requests about adjustments, read and answered: what they have in common.
@Singleton
final class AdjustmentRequests {
    private final Adjustments adjustments;
    private final Callers callers;

    AdjustmentRequests(Adjustments adjustments, Callers callers) {
        this.adjustments = adjustments;
        this.callers = callers;
    }

    AdjustmentRequest request(@Nullable String reason) {
        Caller caller = callers.caller();
        String why = AdjustmentBodies.storable(reason, "reason");
        return new AdjustmentRequest(
                callers.view(), new Signed(caller.key(), Role.of(caller.grant()), why));
    }

    /// The adjustment as it is now.
    Uni<AdjustmentView> told(Outcome<Long, NotAdjusted> outcome) {
        return switch (outcome) {
            case Outcome.Done<Long, NotAdjusted>(Long id) -> one(id);
            case Outcome.NotFound<Long, NotAdjusted> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
            case Outcome.Refused<Long, NotAdjusted>(NotAdjusted why) -> throw problem(why);
        };
    }

    private static ProblemException problem(NotAdjusted why) {
        AdjustmentCode code = AdjustmentCode.of(why.why());
        Credits most = why.most();
        if (most == null) return new ProblemException(code);
        Text remedy = new Text("至多 " + most, "at most " + most);
        return new ProblemException(code, Particulars.of("credits", null, remedy));
    }

    Uni<AdjustmentView> one(long id) {
        return adjustments
                .find(id, callers.view())
                .map(found ->
                        found.map(AdjustmentView::of)
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /// What is no id names nothing.
    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }

    static <T> T needed(@Nullable T body, String name) {
        if (body == null) throw ProblemException.badParameter(name, ExpectedValue.NEEDED);
        return body;
    }
}
