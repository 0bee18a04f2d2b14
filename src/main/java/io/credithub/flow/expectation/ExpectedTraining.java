package io.credithub.flow.expectation;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.programme.ProgrammeTitle;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A training that people are enrolled in: a programme in a period.
///
/// @param code of the programme in the register, exactly; absent where it has none
/// @param name as written
/// @param startsOn first day of the period
/// @param endsOn last day of the period, not before the first
public record ExpectedTraining(
        @Nullable String code, String name, LocalDate startsOn, LocalDate endsOn) {
    public static final int TEXT_LENGTH_MAX = 200;

    /// @throws IllegalArgumentException if the period ends before it starts: a caller's bug
    public ExpectedTraining {
        if (endsOn.isBefore(startsOn)) throw new IllegalArgumentException("ends before it starts");
    }

    /// The name in its normal form.
    public String normal() {
        return NormalForm.programme(name);
    }

    /// What two lists of one sender share if the later one replaces the earlier, beside the period.
    public String key() {
        return code == null ? "name:" + normal() : "code:" + code;
    }

    public ProgrammeTitle title() {
        return new ProgrammeTitle(normal(), code, null, null);
    }
}
