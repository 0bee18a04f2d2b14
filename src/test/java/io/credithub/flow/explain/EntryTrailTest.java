package io.credithub.flow.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.explain.Provenance.Related;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTrailTest {
    /// `+1 -1 +2`: the first content is posted, reversed, and the second one posted. The lines are
    /// numbered from 1.
    @ParameterizedTest(name = "{0}, seen from {1}: {2} {3} {4} {5} {6}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    +1             | 1 |   |   |   |   |   | in force
                    +1 -1          | 1 | 2 |   |   |   |   | withdrawn
                    +1 -1          | 2 |   |   | 1 |   |   | its reversal
                    +1 -1 +2       | 1 | 2 |   |   |   | 3 | corrected
                    +1 -1 +2       | 2 |   |   | 1 |   | 3 | the reversal of what was corrected
                    +1 -1 +2       | 3 |   |   |   | 1 |   | the correction
                    +1 -1 +1       | 1 | 2 | 3 |   |   |   | restored
                    +1 -1 +1       | 2 |   | 3 | 1 |   |   | a reversal that was undone
                    +1 -1 +1       | 3 |   |   |   |   |   | the line that restores
                    +1 -1 +2 -2 +3 | 3 | 4 |   |   | 1 | 5 | one of three
                    +1 -1 +2 -2 +1 | 5 |   |   |   | 3 |   | an old content again
                    """)
    void linesOfARecordHangTogether(
            String lines,
            long from,
            @Nullable Long reversedBy,
            @Nullable Long restoredBy,
            @Nullable Long reverses,
            @Nullable Long replaces,
            @Nullable Long replacedBy,
            String why) {
        EntryTrail trail = EntryTrail.of(OneRecord.lines(lines, from));
        assertThat(seq(trail.reversedBy())).as(why).isEqualTo(reversedBy);
        assertThat(seq(trail.restoredBy())).as(why).isEqualTo(restoredBy);
        assertThat(seq(trail.reverses())).as(why).isEqualTo(reverses);
        assertThat(seq(trail.replaces())).as(why).isEqualTo(replaces);
        assertThat(seq(trail.replacedBy())).as(why).isEqualTo(replacedBy);
    }

    private static @Nullable Long seq(@Nullable Related line) {
        return line == null ? null : line.seq();
    }
}
