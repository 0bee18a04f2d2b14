package io.credithub.api;

import io.credithub.flow.Desk;
import io.credithub.flow.Outcome;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests to the credit bank, read and answered: what they have in common.
@Singleton
final class BankRequests {
    private static final int TEXT_LENGTH_MAX = 200;
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2099;

    private final Callers callers;

    BankRequests(Callers callers) {
        this.callers = callers;
    }

    Desk.Request of(String teacherNo) {
        return new Desk.Request(teacherNo, callers.view(), callers.caller().key());
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Nobody<T> _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            case Outcome.Not<T> not -> throw ProblemException.of(not.refused());
        };
    }

    static <T> T known(Optional<T> found) {
        return found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /// A text that somebody has to answer for.
    static String text(@Nullable String text, String name) {
        if (text == null || text.isBlank() || text.length() > TEXT_LENGTH_MAX) {
            throw ProblemException.badParameter(name);
        }
        return text.strip();
    }

    static int schoolYear(@Nullable Integer year) {
        if (year == null || year < YEAR_MIN || year > YEAR_MAX) {
            throw ProblemException.badParameter("schoolYear");
        }
        return year;
    }

    /// What is no id names nothing.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }
}
