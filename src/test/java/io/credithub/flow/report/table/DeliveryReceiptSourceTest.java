package io.credithub.flow.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.TableReportLines;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Deliveries.FindingPlace;
import io.credithub.flow.delivery.Deliveries.NumberedFinding;
import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.HourCounts;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.KnownDeliveries;
import io.credithub.flow.delivery.PersonCounts;
import io.credithub.flow.delivery.RecordCounts;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportTermRefused;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DeliveryReceiptSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final int FINDINGS = 2_500;

    private final DeliveryReceiptSource source =
            new DeliveryReceiptSource(new OneDelivery(), PlainHeads.plain());

    private TableReportLines open(String division, String number) {
        ReportQuestion question =
                new ReportQuestion(
                        ReportName.DELIVERY_RECEIPT,
                        new Jurisdiction(division),
                        null,
                        Map.of("delivery", number),
                        "a key",
                        NOW);
        return TableReportLines.of(source.open(question).await().atMost(Duration.ofSeconds(60)));
    }

    @Test
    void theProvinceIsToldOfAllOfIt() {
        TableReportLines lines = open("140000", "9");
        assertThat(lines.head())
                .startsWith("第9批,来自one:收到10条,接收6条,拒收2条,待匹配1条", "区140000", "全部学年")
                .contains("received=10", "rejected=2", "SHA-256=ab", "done at=2026-03-01 12:00:00");
        assertThat(lines.section("records")).containsExactly("12|10|6|2|1|1", "= |||||");
        assertThat(lines.section("differences")).containsExactly("记录|12|10|申报的记录未全部收到", "= |||");
        assertThat(lines.section("findings"))
                .hasSize(FINDINGS + 1)
                .startsWith(
                        "0|r-0|HUB-1003|缺少必填字段|/hours||补齐该字段后重报",
                        "1|r-1|HUB-1003|缺少必填字段|/hours||补齐该字段后重报");
    }

    @Test
    void aDivisionIsToldOfItsOwnTeachersAlone() {
        TableReportLines lines = open("140105", "9");
        assertThat(lines.keys()).containsExactly("share");
        assertThat(lines.head())
                .startsWith(
                        "第9批,来自one:区140105教师入账3人次",
                        "区140105",
                        "全部学年",
                        "inForce=3",
                        "narrowed to · delivery=9",
                        "ledger line · block · hash=1200 · 9 · ab12cd34ef56")
                .endsWith("landed at=2026-03-01 12:00:00", "done at=—");
        assertThat(lines.section("share")).first().isEqualTo("3|1|1|0|12000|4800");
    }

    @Test
    void aDeliveryThatIsNoneOrOfOthersIsRefused() {
        for (String division : List.of("140000", "140105")) {
            for (String number : List.of("8", "10", "x")) {
                assertThatExceptionOfType(ReportTermRefused.class)
                        .isThrownBy(() -> open(division, number));
            }
        }
    }

    /// The ninth, of feed one.
    private static final class OneDelivery implements KnownDeliveries {
        private static final DeliveryStatus STATUS =
                new DeliveryStatus(
                                9,
                                "one",
                                "a file",
                                "ab",
                                100,
                                "UTF-8",
                                null,
                                NOW,
                                NOW,
                                1,
                                1,
                                0,
                                new RecordCounts(
                                        12L, 0, 10, 6, 2, 1, 1, 0, new RecordCounts.Again(0, 2, 0)),
                                new PersonCounts(null, 0, 5),
                                new HourCounts(
                                        null,
                                        Hours.NONE,
                                        Hours.NONE,
                                        Hours.NONE,
                                        Hours.NONE,
                                        Hours.NONE),
                                List.of(),
                                null,
                                List.of(),
                                0)
                        .withDifferences(List.of());

        @Override
        public Uni<Optional<DeliveryStatus>> find(long delivery, Instant asOf) {
            return Uni.createFrom().item(Optional.of(STATUS).filter(_ -> delivery == 9));
        }

        @Override
        public Uni<Optional<DeliveryShare>> share(
                long delivery, Jurisdiction within, Instant asOf) {
            if (delivery != 9) return Uni.createFrom().item(Optional.empty());
            DivisionSums sums =
                    new DivisionSums(
                            2,
                            3,
                            1,
                            1,
                            0,
                            new Hours(12_000),
                            new Hours(4_000),
                            new Hours(4_000),
                            Hours.NONE,
                            new Credits(4_800));
            return Uni.createFrom().item(Optional.of(new DeliveryShare(9, "one", NOW, null, sums)));
        }

        @Override
        public Uni<List<NumberedFinding>> findings(
                long delivery, FindingPlace after, int most, Instant asOf) {
            List<NumberedFinding> page =
                    LongStream.range(after.position() + 1, FINDINGS)
                            .limit(most)
                            .mapToObj(OneDelivery::finding)
                            .toList();
            return Uni.createFrom().item(page);
        }

        private static NumberedFinding finding(long position) {
            Finding finding = new Finding(FindingCode.MISSING_FIELD, "/hours", null);
            return new NumberedFinding(position, new FindingAt(position, "r-" + position, finding));
        }
    }
}
