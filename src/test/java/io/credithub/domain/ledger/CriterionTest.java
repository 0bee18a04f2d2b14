package io.credithub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionOrder.Rank;
import io.credithub.domain.reconcile.Matching;
import io.credithub.fixtures.Trainings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said to have decided is what did decide.
class CriterionTest {
    private static final CopyMatcher MATCHER =
            Matching.by((feed, _) -> feed.startsWith("p") ? 1 : 2);

    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    p 1 a | v 9 a | PRECEDENCE | the level's own system, whatever the evidence
                    p 2 b | p 1 a | EVIDENCE   | the stronger evidence
                    p1 1 b | p2 1 a | FEED_CODE | all else being equal, the code
                    p 1 a | p 1 b | RECORD_ID  | last, the record's id
                    v 9 a | p 1 a |            | by today's precedence the other would count
                    """)
    void theFirstDifferenceDecides(String counts, String aside, SurvivorshipRule told, String why) {
        assertThat(SurvivorshipRule.between(MATCHER, copy(counts), copy(aside)))
                .as(why)
                .isEqualTo(told);
    }

    @ParameterizedTest(name = "{0} {1} ({2}) before {3} {4} ({5}): {6}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    REVISION | 2 | 5 | REVISION | 1 | 5 | REVISION
                    REVISION | 1 | 5 | UPDATED  | 9 | 5 | REVISION
                    UPDATED  | 2 | 5 | STATED   | 9 | 5 | UPDATED
                    STATED   | 2 | 5 | STATED   | 1 | 5 | STATED
                    LANDING  | 2 | 5 | LANDING  | 1 | 5 | LANDING
                    REVISION | 1 | 4 | REVISION | 1 | 5 | LESS_CREDITS
                    REVISION | 1 | 5 | REVISION | 2 | 5 |
                    """)
    void aContentCountsByItsVersion(
            Rank rank,
            long value,
            int credits,
            Rank otherRank,
            long otherValue,
            int otherCredits,
            VersionRule told) {
        RecordVersion counts = content(new VersionOrder(rank, value), credits, 1);
        RecordVersion other = content(new VersionOrder(otherRank, otherValue), otherCredits, 2);
        assertThat(VersionRule.between(counts, other)).isEqualTo(told);
    }

    @Test
    void equalVersionsAndCreditsAreDecidedByTheDigest() {
        VersionOrder order = new VersionOrder(Rank.REVISION, 1);
        assertThat(VersionRule.between(content(order, 5, 1), content(order, 5, 2)))
                .isEqualTo(VersionRule.SMALLER_DIGEST);
        assertThat(VersionRule.between(content(order, 5, 2), content(order, 5, 1))).isNull();
    }

    /// Whoever counts, a criterion is named against each of the others, and none the other way.
    @Test
    void theWinnerHasAReasonAgainstEveryOther() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            List<RecordVersion> copies = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String feed = random.nextBoolean() ? "p" : "v";
                copies.add(copy(feed + " " + random.nextInt(2) + " r" + i));
            }
            RecordVersion counts = Collections.min(copies, SurvivorshipRule.rank(MATCHER));
            for (RecordVersion other : copies) {
                if (other == counts) continue;
                assertThat(SurvivorshipRule.between(MATCHER, counts, other))
                        .as("seed %d", seed)
                        .isNotNull();
                assertThat(SurvivorshipRule.between(MATCHER, other, counts))
                        .as("seed %d", seed)
                        .isNull();
            }
        }
    }

    /// @param text feed, evidence, record id
    private static RecordVersion copy(String text) {
        String[] words = text.split(" ");
        RecordContent.Origin origin = new RecordContent.Origin(1, words[0], words[2], 1, 0);
        Valuation worth = worth(Integer.parseInt(words[1]), 500);
        RecordContent copy =
                new RecordContent(new UUID(1, text.hashCode()), new UUID(0, 1), origin, worth);
        return RecordVersion.known(
                copy,
                new VersionOrder(Rank.LANDING, 1),
                new RecordVersion.Entered(1, VersionState.IN_FORCE, 7));
    }

    private static RecordVersion content(VersionOrder order, int credits, int digest) {
        RecordContent.Origin origin = new RecordContent.Origin(1, "p", "a", 1, 0);
        RecordContent copy =
                new RecordContent(new UUID(1, 1), new UUID(0, digest), origin, worth(1, credits));
        return RecordVersion.known(
                copy, order, new RecordVersion.Entered(digest, VersionState.IN_FORCE, 7));
    }

    private static Valuation worth(int evidence, int credits) {
        Facts facts =
                new Facts(
                        Level.CITY,
                        new Course(Form.ONLINE, 1_000, Grade.PASS, null),
                        List.of(),
                        LocalDate.of(2023, 5, 1));
        return new Valuation(
                facts,
                Trainings.named("研修"),
                evidence,
                new AwardAmounts(1, 4, 2022, credits, credits, 0),
                null);
    }
}
