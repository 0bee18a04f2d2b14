package io.credithub.mapping.division;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionChange;
import io.credithub.domain.division.DivisionKind;
import io.credithub.domain.division.DivisionLevel;
import io.credithub.domain.division.DivisionList;
import io.credithub.domain.division.KnownDivision;
import io.credithub.domain.division.ListedDivision;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.division.DivisionFiles.LoadedDivisions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DivisionFilesTest {
    private static final DivisionFiles FILES = DivisionFiles.ofProject(Path.of("."));
    private static final DivisionCatalogue KNOWN = new DivisionCatalogue(FILES.load().list());

    @TempDir private Path folder = FILES.folder();

    @Test
    void theFilesOfTheProjectAreInOrder() {
        LoadedDivisions loaded = FILES.load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.list().divisions()).hasSize(133);
        assertThat(loaded.list().changes()).hasSize(11);
        assertThat(KNOWN.all()).hasSize(144);
        assertThat(KNOWN.all()).filteredOn(one -> one.level() == DivisionLevel.CITY).hasSize(11);
        assertThat(KNOWN.all())
                .filteredOn(one -> one.kind() == DivisionKind.STATISTICAL)
                .hasSize(4)
                .allMatch(one -> one.level() == DivisionLevel.COUNTY && one.isToday());
    }

    @Test
    void everyCodeOfTodayHasItsPlaceAndAnswersForItself() {
        for (ListedDivision one : KNOWN.list().divisions()) {
            KnownDivision known = KNOWN.find(one.code()).orElseThrow();
            assertThat(known.isToday()).as(one.code()).isTrue();
            assertThat(KNOWN.answersToday(one.code())).containsExactly(known);
            assertThat(KNOWN.title(one.code()).zh()).endsWith(one.name()).doesNotContain("未知");
            assertThat(KNOWN.title(one.code()).en()).isEqualTo(one.code());
            if (one.parent() != null) assertThat(KNOWN.children(one.parent())).contains(known);
        }
        assertThat(KNOWN.title("140105").zh()).isEqualTo("太原市 小店区");
        assertThat(KNOWN.title("140171").zh()).isEqualTo("太原市 山西转型综合改革示范区");
    }

    @Test
    void everyCodeOfThePastLeadsToCodesOfToday() {
        for (DivisionChange change : KNOWN.list().changes()) {
            KnownDivision known = KNOWN.find(change.code()).orElseThrow();
            assertThat(known.isToday()).isFalse();
            assertThat(known.holdsIn(change.schoolYear() - 1)).isTrue();
            assertThat(known.holdsIn(change.schoolYear())).isFalse();
            assertThat(KNOWN.answersToday(change.code()))
                    .as(change.code())
                    .extracting(KnownDivision::code)
                    .containsExactlyElementsOf(change.successors());
            for (String successor : change.successors()) {
                assertThat(KNOWN.predecessors(successor)).contains(change.code());
                KnownDivision then = KNOWN.find(successor).orElseThrow();
                assertThat(then.fromYear()).isEqualTo(change.schoolYear());
            }
        }
        assertThat(KNOWN.title("140211").zh()).isEqualTo("大同市 南郊区");
        assertThat(KNOWN.successors("140211")).containsExactly("140213", "140214");
    }

    @Test
    void everyOtherCodeIsUnknownAndNoMistake() {
        for (int code = 140_000; code < 150_000; code++) {
            String text = Integer.toString(code);
            boolean isKnown = KNOWN.find(text).isPresent();
            assertThat(KNOWN.title(text).zh().startsWith("未知区划 ")).isEqualTo(!isKnown);
            assertThat(KNOWN.answersToday(text).isEmpty()).isEqualTo(!isKnown);
        }
    }

    @ParameterizedTest(name = "{1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    shanxi | 140105,小店区 | 140106,小店区 | line 5 | 代码 140106 重复,首见于 mappings/divisions/shanxi.csv 第 4 行。 | leave one of the two out
                    shanxi | 140105,小店区,county | 140105,小店区,city | line 4 | 层级与代码 140105 不符。 | write county
                    shanxi | 140100,太原市,city | 140100,太原市,county | line 3 | 层级与代码 140100 不符。 | write city
                    shanxi | 小店区,county,140100 | 小店区,county,140900x | line 4 | parent:“140900x”不是六位行政区划代码。 | write six digits, like 140105
                    shanxi | 小店区,county,140100 | 小店区,county,141200 | line 4 | 上级“141200”不在表中。 | name one that is listed, or list 140100
                    shanxi | 小店区,county,140100 | 小店区,county, | line 4 | 上级“”不在表中。 | name one that is listed, or list 140100
                    shanxi | 小店区,county,140100 | 小店区,county,140200 | line 4 | 140105 不属于 140200:统计按代码前几位归集。 | write 140100
                    shanxi | 小店区,county,140100 | 小店区,county,140106 | line 4 | 140105 不属于 140106:统计按代码前几位归集。 | write 140100
                    shanxi | 山西省,province, | 山西省,province,140100 | line 2 | 省级没有上级。 | leave the parent empty
                    shanxi | 小店区,county | 小店区,district | line 4 | level:不认识“district”。 | one of province, city, county
                    shanxi | 小店区,county,140100,standard | 小店区,county,140100,GB | line 4 | kind:不认识“GB”。 | one of standard, statistical
                    shanxi | 140105,小店区 | 14010,小店区 | line 4 | code:“14010”不是六位行政区划代码。 | write six digits, like 140105
                    shanxi | 140105,小店区 | 140105, | line 4 | name:没有名称,或过长。 | write a name of at most 60 characters
                    shanxi | code,name | name,code | line 1 | 表头不符。 | write the first line as code,name,level,parent,kind
                    shanxi-changes | 140215,云州区 | 140216,云州区 | line 5 | 承接代码 140216 不在任何表中。 | correct new_code, or list 140216
                    shanxi-changes | 140215,云州区 | 140215,云洲区 | line 5 | 140215 的名称不是“云洲区”。 | write 云州区
                    shanxi-changes | 140227,大同县,140215,云州区 | 140227,大同县,140227,大同县 | line 5 | 代码 140227 的承接关系绕回自身。 | correct new_code: it must lead to a code of today
                    shanxi-changes | 140213;140214,平城区;云冈区 | 140213;140214,平城区 | line 4 | new_code 有 2 个,new_name 有 1 个。 | write as many names as codes, in their order, separated by ;
                    shanxi-changes | 140202,大同市城区 | 140203,大同市城区 | line 3 | 代码 140203 重复,首见于 mappings/divisions/shanxi-changes.csv 第 2 行。 | leave one of the two out
                    shanxi-changes | 140227,大同县 | 140221,大同县 | line 5 | 代码 140221 已撤销,却仍列为现行:mappings/divisions/shanxi.csv 第 20 行。 | leave one of the two out
                    shanxi-changes | 云州区,rename | 云州区,moved | line 5 | relation:不认识“moved”。 | one of rename, merge, split, split-merge, absorb
                    shanxi-changes | 2019-2020 | 2019-2021 | line 12 | year:“2019-2021”不是学年。 | write a school year, like 2018-2019
                    shanxi-changes | 2019-2020 | 2019 | line 12 | year:“2019”不是学年。 | write a school year, like 2018-2019
                    """)
    void oneMistakeIsToldWithItsLineAndWhatWouldBeRight(
            String file, String right, String wrong, String line, String told, String fix)
            throws IOException {
        write("shanxi", text("shanxi"));
        write("shanxi-changes", text("shanxi-changes"));
        assertThat(text(file)).contains(right);
        write(file, text(file).replaceFirst(right, wrong));
        LoadedDivisions loaded = new DivisionFiles(folder).load();
        assertThat(loaded.list()).isEqualTo(DivisionList.EMPTY);
        FileProblem first = loaded.problems().getFirst();
        assertThat(first.file()).isEqualTo("mappings/divisions/" + file + ".csv");
        assertThat(first.path()).isEqualTo(line);
        assertThat(first.message().zh()).contains(told);
        assertThat(first.message().en()).isNotBlank();
        assertThat(first.fix().en()).contains(fix);
    }

    @Test
    void aCircleOfTwoIsToldOfBoth() throws IOException {
        write("shanxi", text("shanxi"));
        write(
                "shanxi-changes",
                """
                year,old_code,old_name,new_code,new_name,relation
                2018-2019,140202,甲,140203,乙,rename
                2019-2020,140203,乙,140202,甲,rename
                """);
        assertThat(new DivisionFiles(folder).load().problems())
                .extracting(FileProblem::path)
                .containsExactly("line 2", "line 3");
    }

    @Test
    void howItWasSavedMakesNoDifference() throws IOException {
        write("shanxi", "\uFEFF" + text("shanxi").replace("\n", "\r\n"));
        write("shanxi-changes", text("shanxi-changes"));
        assertThat(new DivisionFiles(folder).load()).isEqualTo(FILES.load());
        Files.write(
                folder.resolve("shanxi.csv"), text("shanxi").getBytes(Charset.forName("GB18030")));
        assertThat(new DivisionFiles(folder).load().problems())
                .singleElement()
                .extracting(one -> one.message().zh())
                .isEqualTo("文件无法读取,或不是 UTF-8。");
    }

    @Test
    void noFolderIsNoList() {
        assertThat(new DivisionFiles(folder.resolve("nowhere")).load())
                .isEqualTo(new LoadedDivisions(DivisionList.EMPTY, List.of()));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file + ".csv"), text);
    }

    private static String text(String file) throws IOException {
        return Files.readString(FILES.folder().resolve(file + ".csv"));
    }
}
