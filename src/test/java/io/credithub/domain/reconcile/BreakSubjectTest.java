package io.credithub.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.BreakPlace;
import io.credithub.domain.reconcile.Discrepancy.BreakRecord;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class BreakSubjectTest {
    private static final UUID RECORD = UUID.fromString("0f0e0d0c-0b0a-0908-0706-050403020100");

    /// People's decisions are found again by it: it must never come out otherwise.
    @Test
    void theIdentityOfARecordsBreakNeverChanges() {
        assertThat(BreakSubject.ofRecord(BreakAspect.COPY, RECORD).identity())
                .isEqualTo(UUID.fromString("41ae2f4c-81fe-6354-7f93-0d99f847e3d7"));
    }

    @Test
    void subjectsAndAspectsAreToldApart() {
        Set<UUID> identities = new HashSet<>();
        for (BreakAspect aspect : BreakAspect.values()) {
            identities.add(BreakSubject.ofRecord(aspect, RECORD).identity());
        }
        identities.add(BreakSubject.ofPlace(1, 23).identity());
        identities.add(BreakSubject.ofPlace(12, 3).identity());
        identities.add(BreakSubject.ofYear(1, 2023).identity());
        identities.add(BreakSubject.ofYear(12, 2023).identity());
        identities.add(BreakSubject.ofExpectation("NP-1", "7").identity());
        identities.add(BreakSubject.ofMonth(1, YearMonth.of(2023, 5), "140105").identity());
        assertThat(identities).hasSize(BreakAspect.values().length + 6);
    }

    @Test
    void theSameSubjectIsTheSameWhateverItsCodeAndAmounts() {
        Discrepancy one = found(BreakCode.HOURS, 1300, "39.00");
        Discrepancy other = found(BreakCode.GRADE, 1400, "42.00");
        assertThat(one.subject().identity()).isEqualTo(other.subject().identity());
    }

    @Test
    void aPrintChangesWithCodeAmountsAndFieldsAlone() {
        Discrepancy one = found(BreakCode.HOURS, 1300, "39.00");
        assertThat(found(BreakCode.HOURS, 1300, "39.00").print()).isEqualTo(one.print());
        assertThat(found(BreakCode.GRADE, 1300, "39.00").print()).isNotEqualTo(one.print());
        assertThat(found(BreakCode.HOURS, 1400, "39.00").print()).isNotEqualTo(one.print());
        assertThat(found(BreakCode.HOURS, 1300, "42.00").print()).isNotEqualTo(one.print());
    }

    private static Discrepancy found(BreakCode code, long theirs, String hours) {
        return new Discrepancy(
                BreakSubject.ofRecord(BreakAspect.COPY, RECORD),
                new BreakPlace(1, "140105", "S-1", 2022),
                new BreakRecord(2, RECORD, "r-1"),
                null,
                BothSides.UNSTATED,
                BothSides.of(1600, theirs),
                List.of(new FieldDifference("/hours", "40.00", hours, BreakCode.HOURS)),
                code,
                false,
                null);
    }
}
