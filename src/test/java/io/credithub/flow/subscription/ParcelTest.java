package io.credithub.flow.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.subscription.Subscription.SendAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParcelTest {
    private static final Instant AS_OF = Instant.parse("2026-09-01T00:00:00.25Z");

    private static Parcel parcel(String fileName) {
        ReportOrder order =
                new ReportOrder(
                        ReportName.TEACHERS,
                        new Jurisdiction("140105"),
                        2025,
                        Map.of("verdict", "SHORT", "school", "一中\"\\\n"),
                        ReportFormat.XLSX,
                        ReportLanguage.BOTH,
                        "0123456789ab");
        return new Parcel(
                17,
                3,
                UUID.fromString("5f0c9ad1-0000-4000-8000-000000000017"),
                fileName,
                order,
                new SendAddress("there", List.of()),
                new ReportMark(48_326, "0a".repeat(32)),
                AS_OF,
                Instant.parse("2026-09-01T00:00:07Z"),
                41,
                12);
    }

    @Test
    void theManifestIsCanonical() {
        assertThat(parcel("teachers-1.xlsx").manifest())
                .isEqualTo(
                        """
                        {"asOf":"2026-09-01T00:00:00.250Z","bytes":48326,"delivery":17,\
                        "division":"140105","file":"teachers-1.xlsx","format":"xlsx",\
                        "key":"5f0c9ad1-0000-4000-8000-000000000017","language":"both",\
                        "madeAt":"2026-09-01T00:00:07Z","report":"teachers","rows":41,\
                        "schoolYear":2025,"sha256":"%s","subscription":3,\
                        "terms":{"school":"一中\\"\\\\\\n","verdict":"SHORT"}}\
                        """
                                .formatted("0a".repeat(32)));
    }

    @Test
    void twoDeliveriesHaveTwoNames() {
        ReportOrder order = parcel("a.xlsx").order();
        assertThat(Parcel.fileName(order, AS_OF, 17))
                .isEqualTo("teachers-140105-2025-20260901T000000Z-17.xlsx")
                .isNotEqualTo(Parcel.fileName(order, AS_OF, 18));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.csv", "a/b.csv", "..", ".a", "a..b", "", "a b.csv", "表.csv"})
    void aNameLeadsNowhere(String name) {
        assertThatThrownBy(() -> parcel(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
