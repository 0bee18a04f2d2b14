package io.credithub.flow.result;

import io.credithub.domain.bank.Refusal;
import io.credithub.domain.bank.Refused;

/// What became of an act of the bank.
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /// There is no such teacher within the jurisdiction, or nothing of that id with this teacher.
    record Nobody<T>() implements Outcome<T> {}

    /// A rule forbids it. Nothing was written.
    record Not<T>(Refused refused) implements Outcome<T> {}

    static <T> Outcome<T> not(Refusal why) {
        return new Not<>(Refused.because(why));
    }
}
