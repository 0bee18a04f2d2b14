package io.credithub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.demo.answer.DeclaredMonth;
import io.credithub.demo.answer.KeyBreak;
import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.InjectedKind;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.domain.reconcile.BreakCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten provinces in one hub, as the demo of ten seeds has them.
class SeveralProvincesTest {
    private static final int TEACHERS = 120;
    private static final int PLANTED = 1;
    private final Province provinces = new Province(ten(), PLANTED);

    @TempDir private Path folder = Path.of(".");

    private static List<ProvinceSettings> ten() {
        return IntStream.range(0, 10)
                .mapToObj(place ->
                        new ProvinceSettings(TEACHERS, 1 + place, ProvinceSettings.TODAY, place))
                .toList();
    }

    @Test
    void nobodyHasTheNumberOrTheDocumentOfAnother() throws Exception {
        ProvinceFiles files = provinces.writeTo(folder, Province.ProvinceProgress.silent());
        Set<String> numbers = new HashSet<>();
        Set<String> documents = new HashSet<>();
        for (Path roster : List.of(files.roster(), files.lateRoster())) {
            for (String line : Files.readAllLines(roster).stream().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                numbers.add(cells[0]);
                documents.add(cells[2]);
            }
        }
        assertThat(numbers).hasSize(10 * TEACHERS);
        assertThat(documents).hasSize(10 * TEACHERS);
    }

    @Test
    void noRecordHasTheIdAndNoProgrammeTheCodeOrNameOfAnother() {
        List<String> records =
                provinces.records().flatMap(List::stream).map(Object::toString).toList();
        assertThat(records).doesNotHaveDuplicates();
        List<String> codes =
                provinces.registered().map(one -> "" + one.programme().code()).toList();
        assertThat(codes).doesNotHaveDuplicates();
        List<String> names = provinces.cases().map(SeveralProvincesTest::name).distinct().toList();
        long cases = provinces.cases().filter(one -> !name(one).isEmpty()).count();
        assertThat(names).hasSizeGreaterThan(Math.toIntExact(cases) * 9 / 10);
    }

    private static String name(InjectedCase planted) {
        return planted.records().isEmpty() ? "" : planted.records().getFirst().told().name();
    }

    @Test
    void theKeyHasABreakOfEveryCode() {
        Set<String> codes = new TreeSet<>();
        provinces
                .answered()
                .flatMap(answer -> answer.breaks().stream())
                .map(KeyBreak::code)
                .forEach(codes::add);
        provinces.declared().stream()
                .filter(month -> !month.isRight())
                .map(month -> month.wrong().code())
                .forEach(codes::add);
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(BreakCode.values()).map(BreakCode::name).toList());
        int kindsWithoutACrowd = InjectedKind.values().length - 1;
        assertThat(provinces.planted()).isEqualTo(10 * kindsWithoutACrowd);
    }

    @Test
    void asManyMonthsAreDeclaredWronglyAsWereAskedForAndAllOthersRightly() {
        List<DeclaredMonth> months = new Province(ten().subList(0, 1), 70).declared();
        assertThat(months).filteredOn(month -> !month.isRight()).hasSize(70);
        assertThat(months).filteredOn(DeclaredMonth::isRight).hasSizeGreaterThan(30);
        assertThat(months.stream().map(month -> month.system() + " " + month.month()))
                .doesNotHaveDuplicates();
    }

    @Test
    void twoProvincesOfOnePlaceAreRefused() {
        List<ProvinceSettings> twice = List.of(ten().getFirst(), ten().getFirst());
        assertThatThrownBy(() -> new Province(twice, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
