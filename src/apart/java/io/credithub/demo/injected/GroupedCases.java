package io.credithub.demo.injected;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SeededRandom;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// Cases that are one only of many teachers together: a programme whose attendance was faked for
/// all of them, a hundred who finished at one instant.
record GroupedCases(long seed) {
    /// As many as are too many at one instant.
    static final int CROWD = 100;

    private static final int CLASS = 10;
    private static final int YEARS = 3;

    /// How many cases of a kind make a group.
    static int share(InjectedKind kind) {
        return kind == InjectedKind.CROWDED ? CROWD : CLASS;
    }

    InjectedCase of(InjectedKind kind, int number, CaseDraft draft) {
        int group = number / share(kind);
        Programme training = training(kind, group);
        Details details = draft.details(training);
        return kind == InjectedKind.CROWDED
                ? draft.tellAt(instant(training, group), training, details).done()
                : draft.tell(SourceSystem.PROVINCE, training, details).done();
    }

    /// As the register has those that were withdrawn.
    OfficialProgramme withdrawn(int group) {
        return new OfficialProgramme(
                training(InjectedKind.PROGRAMME_FAKED, group), List.of(), true);
    }

    private Programme training(InjectedKind kind, int group) {
        SeededRandom dice = SeededRandom.at(seed ^ 0x47524f55L + kind.place(), group);
        LocalDate day =
                SimulatedYears.start(SimulatedYears.FIRST + dice.below(YEARS))
                        .plusDays(dice.between(60, 200));
        boolean isRegistered = kind == InjectedKind.PROGRAMME_FAKED;
        return new Programme(
                CaseDraft.name(kind, group),
                isRegistered ? CaseDraft.code(kind, group) : null,
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

    /// No full minute.
    private LocalDateTime instant(Programme training, int group) {
        SeededRandom dice = SeededRandom.at(seed ^ 0x494e5354L, group);
        return training.completedOn()
                .plusDays(1)
                .atTime(dice.between(8, 17), dice.below(60), dice.between(1, 59));
    }
}
