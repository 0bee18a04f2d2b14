package io.credithub.demo.injected;

import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SeededRandom;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.List;

/// Cases of trainings that have an enrolment list: ten of each kind share one.
record ListedCases(long seed) {
    static final int SHARE = 10;
    private static final int YEARS = 3;

    InjectedCase of(InjectedKind kind, int number, CaseDraft draft) {
        if (kind == InjectedKind.NEVER_CAME) return draft.done();
        Programme training = training(number / SHARE);
        return draft.tell(SourceSystem.PROVINCE, training, draft.details(training)).done();
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
