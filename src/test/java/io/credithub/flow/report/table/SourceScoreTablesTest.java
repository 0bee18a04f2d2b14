package io.credithub.flow.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportRow;
import io.credithub.fixtures.PlainHeads;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreDelay;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreQuestion;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreRecords;
import io.credithub.flow.report.table.SourceScoreFigures.SourceScoreSums;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceScoreTablesTest {
    private static final int MEDIAN = 11; // of a county's columns

    /// Days and records by turns.
    private static ReportCell median(long... delays) {
        List<SourceScoreDelay> all = new ArrayList<>();
        all.add(new SourceScoreDelay("another", 500, 500));
        for (int i = 0; i < delays.length; i += 2) {
            all.add(new SourceScoreDelay("one", delays[i], delays[i + 1]));
        }
        SourceScoreRecords one = new SourceScoreRecords("one", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        SourceScoreSums sums = new SourceScoreSums(PlainHeads.BASIS, List.of(), List.of(one), all);
        Instant now = Instant.EPOCH;
        Jurisdiction within = new Jurisdiction("140105");
        SourceScoreQuestion county =
                new SourceScoreQuestion(
                        within,
                        false,
                        2022,
                        now,
                        now,
                        ZoneOffset.UTC,
                        new BasisQuestion(within, "140000", 2022, now));
        ReportRow row = new SourceScoreTables(county, sums).records().getFirst();
        return row.cells().get(MEDIAN);
    }

    @Test
    void halfOfTheRecordsTookNoLonger() {
        assertThat(median(3, 1)).isEqualTo(ReportCell.of(3));
        assertThat(median(3, 1, 9, 1)).isEqualTo(ReportCell.of(3));
        assertThat(median(3, 1, 9, 2)).isEqualTo(ReportCell.of(9));
        assertThat(median(-1, 2, 3, 1, 9, 4)).isEqualTo(ReportCell.of(9));
        assertThat(median(-1, 3, 3, 1, 9, 4)).isEqualTo(ReportCell.of(3));
        assertThat(median()).isEqualTo(ReportCell.NOTHING);
    }
}
