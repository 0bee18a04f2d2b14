package io.credithub.api.expectation;

import io.credithub.domain.completion.NormalForm;
import io.credithub.flow.expectation.ExpectationQuery.CountedList;
import io.credithub.flow.expectation.Expectations.ListCounts;
import io.credithub.flow.expectation.ExpectedTraining;
import io.credithub.flow.expectation.KeptList;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An enrolment list and what came of it. `enrolled = completed + awaited + missing`.
///
/// @param feed whose programme it is; absent: a division sent it
/// @param division that sent it, or whose teachers it is about; `100000`: all
/// @param programme code in the register
/// @param dueOn the last day that counts for it
/// @param unknown of those who have not arrived: who is nobody on the roster
/// @param unexpected who arrived and is on no list about the programme
public record ExpectationView(
        long id,
        @Nullable String feed,
        String division,
        @Nullable String programme,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate dueOn,
        Instant sentAt,
        long enrolled,
        long completed,
        long awaited,
        long missing,
        long unknown,
        long unexpected) {
    static ExpectationView of(CountedList counted) {
        KeptList list = counted.list();
        ExpectedTraining training = list.training();
        ListCounts counts = counted.counts();
        return new ExpectationView(
                list.number(),
                list.owner().feed(),
                list.owner().division().divisionCode(),
                training.code(),
                training.name(),
                training.startsOn(),
                training.endsOn(),
                counted.dueOn(),
                list.sentAt(),
                counts.enrolled(),
                counts.completed(),
                counted.isDue() ? 0 : counts.absent(),
                counted.isDue() ? counts.absent() : 0,
                counts.unknown(),
                counts.unexpected());
    }

    /// A code is compared as it is, a name in its normal form; which of the two is meant, the
    /// caller need not say.
    static @Nullable String word(@Nullable String programme) {
        if (programme == null) return null;
        String code = programme.strip();
        boolean isCode = code.chars().allMatch(c -> c > ' ' && c <= '~');
        return isCode ? code : NormalForm.programme(code);
    }
}
