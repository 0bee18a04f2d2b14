package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.Province;
import io.credithub.demo.answer.KeyBreak;
import io.credithub.demo.answer.KeyCrowds;
import io.credithub.demo.answer.KeyRecord;
import io.credithub.demo.answer.TeacherAnswer;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.reconcile.MatchCandidate;
import io.credithub.domain.reconcile.Placing;
import io.credithub.domain.reconcile.Placing.Placed;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hub's matching against the answer key, which reads the same rules by other code: for whole
/// provinces every record is put where the key has it, and every difference has its code.
class MatcherMeetsKeyTest {
    private static final int TEACHERS = 2_000;
    private static final int OF_EACH = 18;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyTeacherHasTheRecordsAndTheBreaksOfTheKey(long seed) {
        ProvinceSettings settings = new ProvinceSettings(TEACHERS, seed, ProvinceSettings.TODAY);
        Province province = new Province(settings, OF_EACH);
        KeyCandidates candidates =
                new KeyCandidates(province.registered(), KeyCrowds.of(province.cases()));
        Iterator<TeacherAnswer> answers = province.answered().iterator();
        Map<String, Integer> codes = new TreeMap<>();
        for (Iterator<List<KeyRecord>> all = province.records().iterator(); all.hasNext(); ) {
            List<KeyRecord> records = all.next();
            TeacherAnswer answer = answers.next();
            Map<MatchCandidate, Placed> places = places(candidates, records);
            assertThat(credits(places)).as("seed %d", seed).isEqualTo(answer.credits().total());
            TreeSet<String> expected = new TreeSet<>();
            for (KeyBreak one : answer.breaks()) {
                codes.merge(one.code(), 1, Integer::sum);
                if (one.aspect().equals("HOLD") || one.aspect().equals("COPY")) {
                    expected.add(one.about() + " " + one.aspect() + " " + one.code());
                }
            }
            assertThat(PlacedBreaks.of(places, figures(records), candidates::isShared))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
        assertThat(codes.values()).as("of each code").allMatch(count -> count >= OF_EACH);
        assertThat(codes).hasSizeGreaterThan(15);
    }

    private static Map<MatchCandidate, Placed> places(
            KeyCandidates candidates, List<KeyRecord> records) {
        Placing placing = candidates.placing();
        return placing.placeAll(candidates.of(records), PairDecisions.NONE);
    }

    private static Map<String, Integer> figures(List<KeyRecord> records) {
        Map<String, Integer> figures = new TreeMap<>();
        for (KeyRecord record : records) {
            if (record.credits().isEmpty()) continue;
            BigDecimal figure = new BigDecimal(record.credits()).movePointRight(2);
            figures.put(record.recordId(), figure.intValueExact());
        }
        return figures;
    }

    private static long credits(Map<MatchCandidate, Placed> places) {
        return places.entrySet().stream()
                .filter(placed -> placed.getValue().state() == VersionState.IN_FORCE)
                .mapToLong(placed -> placed.getKey().credits())
                .sum();
    }
}
