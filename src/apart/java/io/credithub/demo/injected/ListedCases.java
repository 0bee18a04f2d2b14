package io.credithub.demo.injected;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SeededRandom;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cases of trainings that have an enrolment list: ten of each kind share one.
record ListedCases(long seed) {
    static final int SHARE = 10;
    private static final int YEARS = 3;

    InjectedCase of(InjectedKind kind, int number, CaseDraft draft) {
        Programme training = training(number / SHARE);
        return switch (kind) {
            case NEVER_CAME, ENROLLED_STRANGER -> draft.done();
            case NOT_ENROLLED_ALIAS -> byAlias(draft, training);
            default -> draft.tell(SourceSystem.PROVINCE, training, draft.details(training)).done();
        };
    }

    /// Another system's, which the register alone finds the programme of.
    private static InjectedCase byAlias(CaseDraft draft, Programme training) {
        Details details = draft.details(training).withName(CopyCases.alias(training.name()));
        return draft.tell(SourceSystem.VENDOR, training.withCode(null), details).done();
    }

    /// Whom a list has, where a case is about one; null where it leaves its teacher out.
    static @Nullable SimulatedTeacher enrolled(InjectedKind kind, SimulatedTeacher teacher) {
        return switch (kind) {
            case ENROLLED, NEVER_CAME -> teacher;
            case ENROLLED_STRANGER -> SingleCases.stranger(teacher);
            default -> null;
        };
    }

    /// @param number of the list
    Programme training(int number) {
        SeededRandom dice = SeededRandom.at(seed ^ 0x4c495354L, number);
        LocalDate day =
                SimulatedYears.start(SimulatedYears.FIRST + dice.below(YEARS))
                        .plusDays(dice.between(60, 200));
        return new Programme(
                CaseDraft.name(InjectedKind.ENROLLED, number),
                "ZX-L-" + (1000 + number),
                null,
                null,
                Level.COUNTY,
                Form.ONLINE,
                100 * dice.between(20, 45),
                0,
                day.minusDays(5),
                day,
                List.of(),
                null);
    }
}
