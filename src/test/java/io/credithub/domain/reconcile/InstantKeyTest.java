package io.credithub.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.RecordVersion.Entered;
import io.credithub.domain.ledger.TrainingRef;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.ledger.VersionOrder.Rank;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.fixtures.Trainings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InstantKeyTest {
    private static final int FEED = 3;
    private static final int PROGRAMME = 17;
    private static final int FAMILY = 5;

    @ParameterizedTest(name = "{0} {1} {2}: {3}, since {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ONLINE       | UPDATED  | 60000000001  | true  | people finish at no full minute
                    ONLINE       | UPDATED  | 59999999999  | true  | a nanosecond before one
                    ONLINE       | UPDATED  | 1000000000   | true  | a full second is one of sixty
                    ONLINE       | UPDATED  | 60000000000  | false | a batch is stamped with a full minute
                    ONLINE       | UPDATED  | 0            | false | the first minute of all
                    ONLINE       | UPDATED  | -60000000000 | false | one before 1970
                    ONLINE       | UPDATED  | -1           | true  | a nanosecond before 1970
                    BLENDED      | UPDATED  | 60000000001  | true  | a part of it is online
                    CENTRALISED  | UPDATED  | 60000000001  | false | a classroom finishes together
                    SCHOOL_BASED | UPDATED  | 60000000001  | false | so does a school
                    ONLINE       | STATED   | 60000000001  | false | the delivery's date, not the record's
                    ONLINE       | REVISION | 60000000001  | false | a number, no time
                    ONLINE       | LANDING  | 60000000001  | false | a place, no time
                    """)
    void aRecordSaysAnInstantIf(Form form, Rank rank, long value, boolean says, String why) {
        assertThat(InstantKey.of(version(training(form), new VersionOrder(rank, value))))
                .as(why)
                .isEqualTo(says ? new InstantKey(FEED, PROGRAMME, value) : null);
    }

    @Test
    void whatIsWithdrawnSaysNone() {
        assertThat(InstantKey.of(version(null, new VersionOrder(Rank.UPDATED, 60_000_000_001L))))
                .isNull();
    }

    private static Training training(Form form) {
        return form == Form.BLENDED
                ? new Training.Blended(List.of(), 4_000, Grade.PASS, null)
                : new Training.Course(form, 4_000, Grade.PASS, null);
    }

    private static RecordVersion version(@Nullable Training training, VersionOrder order) {
        RecordContent content =
                new RecordContent(
                        new UUID(1, 1),
                        new UUID(1, 2),
                        new Origin(FEED, "vendor-push", "r-1", 1, 0),
                        training == null ? null : worth(training));
        return RecordVersion.known(content, order, new Entered(1, null, 7));
    }

    private static Valuation worth(Training training) {
        return new Valuation(
                Trainings.facts(Level.COUNTY, training),
                new TrainingRef(PROGRAMME, FAMILY, ProgrammeTitle.named("研修"), null),
                1,
                new AwardAmounts(1, 0, 2024, 800, 800, 0),
                null);
    }
}
