package io.credithub.mapping.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.BreakRules;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.flow.rules.MatchingOnFile.FiledMatching;
import io.credithub.flow.rules.MatchingVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchingFilesTest {
    private static final MatchingFiles FILES = MatchingFiles.ofProject(Path.of("."));

    @TempDir private Path folder = FILES.folder();

    @Test
    void theFileOfTheProjectStatesWhatHoldsWhereNoFileDoes() {
        assertThat(version(FILES.find("shanxi-2017")).rules()).isEqualTo(MatchingRules.DEFAULT);
        assertThat(FILES.load().problems()).isEmpty();
    }

    @Test
    void everyNumberIsReadFromTheFile() throws IOException {
        String body =
                text().replace("days: 31", "days: 30")
                        .replace("days: 15", "days: 10")
                        .replace("hoursPercent: 20", "hoursPercent: 5")
                        .replace("# agreedCodes", "agreedCodes")
                        .replace("hoursADayMax: 12", "hoursADayMax: 9.5")
                        .replace("openPeriodDays: 31", "openPeriodDays: 20")
                        .replace("sameInstant: 100", "sameInstant: 30")
                        .replace("lateDays: 90", "lateDays: 60")
                        .replace("withdrawnDays: 30", "withdrawnDays: 7")
                        .replace("# evidenceLevels", "evidenceLevels");
        MatchingVersion read = version(FILES.read("shanxi-2017", body));
        assertThat(read.rules())
                .isEqualTo(
                        new MatchingRules(
                                30,
                                10,
                                5,
                                List.of("GP-", "SP-"),
                                950,
                                20,
                                30,
                                new BreakRules(60, 7, Set.of(Level.NATIONAL, Level.PROVINCE))));
        assertThat(read.body()).isEqualTo(body);
    }

    @Test
    void theVersionIsTheDigestOfTheText() throws IOException {
        String digest = version(FILES.find("shanxi-2017")).digest();
        assertThat(version(FILES.read("shanxi-2017", text())).digest()).isEqualTo(digest);
        assertThat(version(FILES.read("shanxi-2017", text() + "\n")).digest()).isNotEqualTo(digest);
        assertThat(digest).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    id: shanxi-2017  | id: other        | /id: 与文件名不同
                    days: 31         | days: -1         | /sameProgramme/days: “-1”超出范围
                    days: 31         | days: 367        | /sameProgramme/days: “367”超出范围
                    days: 15         | days: soon       | /namesAlike/days
                    hoursPercent: 20 | hoursPercent: 101 | /namesAlike/hoursPercent: “101”超出范围
                    hoursPercent: 20 | hours: 20        | /namesAlike/hoursPercent: 缺少
                    hoursPercent: 20 | hours: 20        | /namesAlike/hours: 不认识
                    hoursADayMax: 12 | hoursADayMax: 25 | /plausible/hoursADayMax: “25”超出范围
                    openPeriodDays: 31 | openPeriodDays: 0 | /plausible/openPeriodDays: “0”超出范围
                    lateDays: 90     | lateDays: 0      | /breaks/lateDays: “0”超出范围
                    # agreedCodes: [GP-, SP-] | agreedCodes: [] | /agreedCodes: 类型不符
                    # evidenceLevels: [NATIONAL, | evidenceLevels: [TOWN, | /breaks/evidenceLevels/0: 不认识
                    plausible:       | plausible: {     | 不是有效的 YAML
                    """)
    void whatIsWrongIsToldWithItsPlaceAndAFix(String there, String instead, String told)
            throws IOException {
        assertThat(text()).contains(there);
        FiledMatching filed = FILES.read("shanxi-2017", text().replace(there, instead));
        assertThat(filed).isInstanceOf(FiledMatching.BrokenMatching.class);
        assertThat(((FiledMatching.BrokenMatching) filed).problems())
                .allMatch(one -> one.file().equals("mappings/reconciliation/shanxi-2017.yaml"))
                .anyMatch(one -> (one.path() + ": " + one.message().zh()).contains(told))
                .allMatch(one -> !one.fix().en().isBlank());
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), "id: b\n");
        Files.writeString(folder.resolve("a.yaml"), text().replace("id: shanxi-2017", "id: a"));
        MatchingFiles files = new MatchingFiles(folder);
        assertThat(files.find("c")).isEqualTo(new FiledMatching.UnknownMatching(List.of("a", "b")));
        assertThat(files.find("../a")).isInstanceOf(FiledMatching.UnknownMatching.class);
        MatchingFiles.LoadedMatchings loaded = files.load();
        assertThat(loaded.versions()).extracting(MatchingVersion::id).containsExactly("a");
        assertThat(loaded.problems())
                .isNotEmpty()
                .allMatch(one -> one.file().equals("mappings/reconciliation/b.yaml"));
    }

    private static MatchingVersion version(FiledMatching filed) {
        assertThat(filed).isInstanceOf(FiledMatching.SoundMatching.class);
        return ((FiledMatching.SoundMatching) filed).version();
    }

    private static String text() throws IOException {
        return Files.readString(FILES.folder().resolve("shanxi-2017.yaml"));
    }
}
