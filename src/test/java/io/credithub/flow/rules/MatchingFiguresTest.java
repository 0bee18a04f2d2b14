package io.credithub.flow.rules;

import static io.credithub.contract.Stores.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.Authority;
import io.credithub.domain.reconcile.BreakRules;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.fixtures.FiledMatchings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MatchingFiguresTest {
    private static final MatchingTerms TERMS = FiledMatchings.TERMS;

    @Test
    void whatIsTheSameIsNotTold() {
        assertThat(MatchingFigures.between(TERMS, TERMS)).isEmpty();
    }

    @Test
    void aFigureIsToldWithItsPlaceBeforeAndAfter() {
        MatchingTerms then = TERMS.with(FiledMatchings.shanxi("  days: 15", "  days: 9"), Map.of());
        assertThat(MatchingFigures.between(TERMS, then))
                .containsExactly(new MatchingFigures.TermChange("namesAlike.days", "15", "9"));
    }

    @Test
    void whatAFeedMayReportIsToldByTheNamesOfItsFile() {
        Authority any = Authority.ANY;
        Authority less =
                new Authority(
                        Set.of(Level.CITY), any.forms(), Set.of(), any.roles(), null, null, true);
        MatchingTerms then = TERMS.with(TERMS.file(), Map.of(VENDOR, FiledMatchings.feed(2, less)));
        assertThat(MatchingFigures.between(TERMS, then))
                .extracting(change -> change.place() + " → " + change.after())
                .containsExactly(
                        VENDOR + "/may.categories → none",
                        VENDOR + "/may.levels → CITY",
                        VENDOR + "/programmes → registered");
    }

    /// A figure that is new in the file must be told of too.
    @Test
    void everyFigureOfTheFileIsTold() {
        int figures = components(MatchingRules.class) - 1 + components(BreakRules.class) + 1;
        MatchingTerms none = new MatchingTerms(TERMS.file(), Map.of());
        assertThat(MatchingFigures.figures(none)).as("and its id").hasSize(figures);
        assertThat(components(Authority.class)).isEqualTo(7);
    }

    private static int components(Class<? extends Record> type) {
        return type.getRecordComponents().length;
    }

    @Test
    void whateverTheTextsTermsThatMatchAlikeAreTheSame() {
        MatchingTerms commented =
                TERMS.with(FiledMatchings.shanxi("id: shanxi", "# a word\nid: shanxi"), Map.of());
        assertThat(MatchingFigures.between(TERMS, commented)).isEmpty();
    }
}
