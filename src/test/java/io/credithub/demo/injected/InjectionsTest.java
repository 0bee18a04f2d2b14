package io.credithub.demo.injected;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.answer.KeyBreak;
import io.credithub.demo.answer.KeyBreaks;
import io.credithub.demo.answer.KeyCrowds;
import io.credithub.demo.answer.KeyFate;
import io.credithub.demo.answer.KeyPlacing;
import io.credithub.demo.answer.KeyRecord;
import io.credithub.demo.answer.KeyRecords;
import io.credithub.demo.answer.KeyRegister;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.model.Teachers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is planted, against the key's own reading of the rules.
class InjectionsTest {
    private static final int TEACHERS = 2_000;
    private static final int OF_EACH = 20;

    /// What is seen of no record by itself.
    private static final Set<String> BESIDE =
            Set.of(
                    "NAME",
                    "DIVISION",
                    "LATE",
                    "DECIDED_YEAR_CHANGED",
                    "LOAN",
                    "NO_RECORDS",
                    "CAP_OR_FLOOR",
                    "MISSING_IN_REGISTRY",
                    "MISSING_IN_SOURCE");

    @Test
    void asManyOfEveryKindArePlantedAsWereAskedFor() {
        Injections planted = new Injections(settings(3), OF_EACH);
        for (InjectedKind kind : InjectedKind.values()) {
            int asked = kind == InjectedKind.CROWDED ? GroupedCases.CROWD : OF_EACH;
            assertThat(planted.count(kind)).as(kind.name()).isEqualTo(asked);
        }
    }

    @Test
    void aCrowdIsWholeOrNotThere() {
        Injections planted =
                new Injections(new ProvinceSettings(150, 3, ProvinceSettings.TODAY), 1);
        assertThat(planted.count(InjectedKind.CROWDED)).isZero();
        assertThat(planted.size()).isEqualTo(InjectedKind.values().length - 1);
    }

    @Test
    void whatIsWithdrawnAndWhatListsAreAboutIsRegisteredOnceForAll() {
        Injections planted = new Injections(settings(3), OF_EACH);
        assertThat(planted.registered().filter(OfficialProgramme::isWithdrawn)).hasSize(2);
        assertThat(planted.registered().map(one -> one.programme().code())).doesNotHaveDuplicates();
        assertThat(planted.lists()).hasSize(2);
    }

    @Test
    void tooFewTeachersGetAsManyAsThereAre() {
        Injections planted = new Injections(new ProvinceSettings(40, 3, ProvinceSettings.TODAY), 9);
        assertThat(planted.size()).isBetween(20, 40);
    }

    @Test
    void hundredsOfAKindHaveNamesOfTheirOwn() {
        ProvinceSettings many = new ProvinceSettings(24_000, 5, ProvinceSettings.TODAY);
        Injections planted = new Injections(many, 250);
        assertThat(planted.size()).isEqualTo(250 * (InjectedKind.values().length - 1) + 300);
        List<String> names =
                planted.registered().map(official -> official.programme().name()).toList();
        assertThat(names).hasSize(14 * 250 + 25 + 25);
        assertThat(names.stream().distinct()).hasSize(12 * 250 + 25 + 25);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyCaseComesToWhatItsKindSays(long seed) {
        Teachers teachers = new Teachers(settings(seed));
        Injections planted = new Injections(settings(seed), OF_EACH);
        KeyPlacing placing =
                new KeyPlacing(new KeyRegister(planted.registered()), KeyCrowds.of(planted.all()));
        for (int i = 0; i < teachers.size(); i++) {
            planted.of(teachers.teacher(i)).ifPresent(found -> check(found, placing));
        }
    }

    private static void check(InjectedCase planted, KeyPlacing placing) {
        String fates = planted.kind().fates();
        if ("WRX".contains(fates)) return; // of those nothing is the teacher's
        List<KeyRecord> records = KeyRecords.of(planted);
        Map<KeyRecord, KeyFate> found = placing.place(records);
        StringBuilder letters = new StringBuilder();
        for (KeyRecord record : records) {
            letters.append(Objects.requireNonNull(found.get(record)).letter());
        }
        assertThat(letters.toString()).as(planted.kind().name()).isEqualTo(fates);
        Set<String> codes = new HashSet<>();
        for (KeyBreak one : KeyBreaks.of(planted.teacher(), found)) codes.add(one.code());
        String code = planted.kind().code();
        boolean isBeside = BESIDE.contains(code) || planted.kind() == InjectedKind.SHARED_TITLE;
        assertThat(codes)
                .as(planted.kind().name())
                .isEqualTo(code.isEmpty() || isBeside ? Set.of() : Set.of(code));
    }

    private static ProvinceSettings settings(long seed) {
        return new ProvinceSettings(TEACHERS, seed, ProvinceSettings.TODAY);
    }
}
