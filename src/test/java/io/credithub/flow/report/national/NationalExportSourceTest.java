package io.credithub.flow.report.national;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.TableReportLines;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.report.ReportQuestion;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NationalExportSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    private List<Long> credits = List.of(1650L, 1649L, 1649L, 1600L);

    private TableReportLines open() {
        NationalExportSource source = new NationalExportSource(new Planted(), PlainHeads.plain());
        ReportQuestion question =
                new ReportQuestion(
                        ReportName.NATIONAL_EXPORT,
                        new Jurisdiction("140105"),
                        2025,
                        Map.of(),
                        "a key",
                        NOW);
        return TableReportLines.of(source.open(question).await().atMost(Duration.ofSeconds(60)));
    }

    @Test
    void eachTeacherIsRoundedOnceAndTheDifferenceIsShown() {
        TableReportLines lines = open();
        assertThat(lines.section("teachers"))
                .containsExactly(
                        "T0|教师0|14**|S-1|一小|140105|区140105|2025|4000|17|1650|50",
                        "T1|教师1|14**|S-1|一小|140105|区140105|2025|4000|16|1649|-49",
                        "T2|教师2|14**|S-1|一小|140105|区140105|2025|4000|16|1649|-49",
                        "T3|教师3|14**|S-1|一小|140105|区140105|2025|4000|16|1600|0",
                        "= ||||||||16000|65|6548|-48");
        assertThat(lines.head())
                .startsWith(
                        "2025–2026学年,区140105:上报教师 4 人,取整后 65 学分;精确值 65.48 学分,取整差 -0.48",
                        "区140105",
                        "2025–2026学年",
                        "teachersInForce=4",
                        "hours=16000",
                        "wholeCredits=65",
                        "credits=6548",
                        "rounding=-48")
                .endsWith("rounding=once a teacher and year, HALF_UP");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1650, +0.50, what rounding adds has its sign",
        "1649, -0.49, what it takes too",
        "1600, 0.00, nothing has none",
    })
    void theHeadlineSaysWhatRoundingMade(long amount, String difference, String why) {
        credits = List.of(amount);
        assertThat(open().head()).first().asString().as(why).endsWith("取整差 " + difference);
    }

    @Test
    void whereNobodyHasAnythingItSaysSo() {
        credits = List.of();
        assertThat(open().head()).first().isEqualTo("2025–2026学年,区140105:没有可上报的教师,本学年无入账记录");
    }

    private final class Planted implements NationalExportFigures {
        @Override
        public Uni<NationalExportSums> sums(NationalExportQuestion question) {
            List<NationalExportAmount> amounts =
                    credits.stream()
                            .distinct()
                            .map(one ->
                                    new NationalExportAmount(
                                            new Credits(one),
                                            having(one),
                                            new Hours(4000 * having(one))))
                            .toList();
            return Uni.createFrom().item(new NationalExportSums(PlainHeads.BASIS, amounts));
        }

        private long having(long amount) {
            return credits.stream().filter(one -> one == amount).count();
        }

        @Override
        public Uni<Void> each(
                NationalExportQuestion question,
                Function<List<NationalExportTeacher>, Uni<Void>> take) {
            List<NationalExportTeacher> all = new ArrayList<>();
            for (int i = 0; i < credits.size(); i++) all.add(teacher(i));
            return take.apply(all);
        }

        private NationalExportTeacher teacher(int i) {
            return new NationalExportTeacher(
                    "T" + i,
                    "教师" + i,
                    "14**",
                    "140105",
                    "S-1",
                    "一小",
                    new Hours(4000),
                    new Credits(credits.get(i)));
        }
    }
}
