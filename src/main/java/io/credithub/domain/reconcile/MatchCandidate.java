package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Training;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.programme.ProgrammeTitle;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record of a teacher, as far as matching looks at it: the content of it that counts.
///
/// @param key of the record: a digest of feed and record id
/// @param feed the feed's code
/// @param family number of what its title shares with all that may mean the same training
/// @param startedOn first day; absent where the source does not say
/// @param isRoleRuled whether the policy that judged it says what its role earns
/// @param isCrowded whether too many teachers finished it at the very same instant to be true
/// @param evidence how strong its evidence is; higher wins
/// @param credits what it is worth, in hundredths
/// @param ruling what a registrar decided about this content
public record MatchCandidate(
        UUID key,
        String feed,
        String recordId,
        int family,
        ProgrammeTitle title,
        Facts facts,
        @Nullable LocalDate startedOn,
        boolean isRoleRuled,
        boolean isCrowded,
        int evidence,
        int credits,
        Ruling ruling) {
    int hourHundredths() {
        return facts.training().hourHundredths();
    }

    /// Hours of centralised training, in hundredths: all of it, or that part of a blended one.
    long centralisedHundredths() {
        return switch (facts.training()) {
            case Training.Course course ->
                    course.form() == Form.CENTRALISED ? course.hourHundredths() : 0;
            case Training.Blended blended ->
                    blended.parts().stream()
                            .filter(part -> part.form() == Form.CENTRALISED)
                            .mapToLong(Training.Part::hourHundredths)
                            .sum();
            case Training.SelfDirected _ -> 0;
        };
    }

    /// Its period; the day of completion alone where no first day is stated.
    TrainingDays period() {
        LocalDate last = facts.completedOn();
        return startedOn == null || startedOn.isAfter(last)
                ? new TrainingDays(last, last)
                : new TrainingDays(startedOn, last);
    }

    /// Whether it says on which days it was, and was in one place on them.
    boolean isInOnePlace() {
        return startedOn != null && facts.training().form() == Form.CENTRALISED;
    }
}
