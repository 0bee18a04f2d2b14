package io.credithub.api.programme;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.recompute.Recompute.Deciding;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What requests that change the register have in common: it is the province's, and every change
/// has a reason.
@Singleton
final class RegisterRequests {
    private static final int TEXT_LENGTH_MAX = 200;
    private static final int REASON_LENGTH_MAX = 500;

    private final Callers callers;

    RegisterRequests(Callers callers) {
        this.callers = callers;
    }

    /// @throws ProblemException if the caller does not answer for the whole province
    void mustAnswerForAll() {
        if (!callers.viewsWhole()) throw new ProblemException(ProblemCode.FORBIDDEN);
    }

    /// @throws ProblemException if the caller does not answer for the whole province, or gives none
    Deciding deciding(@Nullable String reason) {
        mustAnswerForAll();
        return new Deciding(callers.caller().key(), text(reason, "reason", REASON_LENGTH_MAX));
    }

    static String name(@Nullable String text, String field) {
        return text(text, field, TEXT_LENGTH_MAX);
    }

    private static String text(@Nullable String text, String field, int lengthMax) {
        if (text == null
                || text.isBlank()
                || text.length() > lengthMax
                || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.badParameter(field, ExpectedValue.text(lengthMax));
        }
        return text.strip();
    }
}
