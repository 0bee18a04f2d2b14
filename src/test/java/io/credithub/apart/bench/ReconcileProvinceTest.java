package io.credithub.apart.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.reconcile.BreakCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a run must find in the bench's province is known before there is a hub.
final class ReconcileProvinceTest {
    private static final int RECORDS = 2 * ReconcileProvince.RECORDS_STEP;

    private final ReconcileProvince province = new ReconcileProvince(RECORDS, 42);

    @Test
    void sharesAreOfAThousand() {
        assertThat(Arrays.stream(ReconcileKind.values()).mapToInt(ReconcileKind::share).sum())
                .isEqualTo(ReconcileKind.ALL);
    }

    @Test
    void eachKindIsThereAsOftenAsItsShareSays() {
        Map<ReconcileKind, Integer> kinds = new EnumMap<>(ReconcileKind.class);
        for (int teacher = 1; teacher <= province.teachers(); teacher++) {
            for (int slot = 1; slot < ReconcileProvince.RECORDS_EACH - 1; slot++) {
                kinds.merge(province.kind(teacher, slot), 1, Integer::sum);
            }
        }
        int thousands = province.teachers() * (ReconcileProvince.RECORDS_EACH - 2) / 1_000;
        for (ReconcileKind kind : ReconcileKind.values()) {
            assertThat(kinds.get(kind)).as(kind.name()).isEqualTo(thousands * kind.share());
        }
    }

    @Test
    void breaksAreCountedByCode() {
        assertThat(province.breaks(""))
                .containsEntry(BreakCode.CREDIT, 12L * (3 + 80 + 6))
                .containsEntry(BreakCode.UNMAPPED_CODE, 12L)
                .containsEntry(BreakCode.NO_RECORDS, 50L)
                .containsEntry(BreakCode.CAP_OR_FLOOR, 100L);
    }

    @Test
    void whoHasNoRecordsMayBeMore() {
        ReconcileProvince larger = new ReconcileProvince(RECORDS, 1_200, 42);
        assertThat(larger.teachers()).isEqualTo(province.teachers());
        assertThat(larger.breaks("")).containsEntry(BreakCode.NO_RECORDS, 1_200L);
        assertThatThrownBy(() -> new ReconcileProvince(RECORDS, -1, 42))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countiesAddUpToTheProvinceButForWhatIsNobodys() {
        Map<BreakCode, Long> sum = new EnumMap<>(BreakCode.class);
        for (String county : province.divisions()) {
            province.breaks(county).forEach((code, count) -> sum.merge(code, count, Long::sum));
        }
        Map<BreakCode, Long> whole = new EnumMap<>(province.breaks(""));
        assertThat(whole.remove(BreakCode.ROSTER)).isPositive();
        assertThat(whole.remove(BreakCode.UNMAPPED_CODE)).isPositive();
        assertThat(sum).isEqualTo(whole);
    }

    @Test
    void anotherSeedIsAboutOtherRecords() {
        ReconcileProvince other = new ReconcileProvince(RECORDS, 43);
        assertThat(other.breaks("")).isEqualTo(province.breaks(""));
        assertThat(other.breaks("140105")).isNotEqualTo(province.breaks("140105"));
    }

    @Test
    void partsOfAStepAreRefused() {
        assertThatThrownBy(() -> new ReconcileProvince(RECORDS + 1, 42))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReconcileProvince(0, 42))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
