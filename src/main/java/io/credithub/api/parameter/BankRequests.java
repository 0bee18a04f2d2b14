package io.credithub.api.parameter;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.Purpose;
import io.credithub.flow.bank.TeacherTransactions;
import io.credithub.flow.result.Outcome;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests to the credit bank, read and answered: what they have in common.
@Singleton
public final class BankRequests {
    private static final int TEXT_LENGTH_MAX = 200;
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2099;

    /// More than any cycle asks, and less than overflows.
    private static final BigDecimal CREDITS_MAX = BigDecimal.valueOf(100_000);

    private final Callers callers;
    private final AskedCycle asked;

    BankRequests(Callers callers, AskedCycle asked) {
        this.callers = callers;
        this.asked = asked;
    }

    public TeacherTransactions.TeacherRequest of(String teacherNo) {
        return new TeacherTransactions.TeacherRequest(
                teacherNo, callers.view(), callers.caller().key());
    }

    public static <T> T done(Outcome<T, BankRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<T, BankRefusal>(T value) -> value;
            case Outcome.NotFound<T, BankRefusal> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
            case Outcome.Refused<T, BankRefusal>(BankRefusal why) -> throw ProblemException.of(why);
        };
    }

    public static <T> T known(Optional<T> found) {
        return found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /// A text that somebody has to answer for.
    public static String text(@Nullable String text, String name) {
        if (text == null || text.isBlank() || text.length() > TEXT_LENGTH_MAX) {
            throw ProblemException.badParameter(name, ExpectedValue.text(TEXT_LENGTH_MAX));
        }
        return text.strip();
    }

    public static int schoolYear(@Nullable Integer year) {
        if (year == null || year < YEAR_MIN || year > YEAR_MAX) {
            throw ProblemException.badParameter(
                    "schoolYear", year, ExpectedValue.between(YEAR_MIN, YEAR_MAX));
        }
        return year;
    }

    /// Above zero, with at most two places.
    public static Credits credits(@Nullable BigDecimal amount, String name) {
        if (amount == null
                || amount.signum() <= 0
                || amount.compareTo(CREDITS_MAX) > 0
                || amount.scale() > 2) {
            throw ProblemException.badParameter(name, amount, ExpectedValue.DECIMAL);
        }
        return Credits.rounded(amount);
    }

    public static Purpose purpose(@Nullable String name) {
        for (Purpose purpose : Purpose.values()) if (purpose.name().equals(name)) return purpose;
        throw ProblemException.badParameter("purpose", name, ExpectedValue.oneOf(Purpose.values()));
    }

    /// The current one if none is named.
    public int cycle(@Nullable Integer year) {
        return asked.cycle(year == null ? null : schoolYear(year));
    }

    /// Not after today, and today if none is named.
    public LocalDate day(@Nullable String day) {
        return asked.day(day);
    }

    /// As people of the province read it.
    public String local(Instant moment) {
        return asked.local(moment);
    }

    /// What is no id names nothing.
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }
}
