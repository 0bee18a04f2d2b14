package io.credithub.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credithub.domain.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableSumsTest {
    private static final ReportCell NONE = ReportCell.NOTHING;
    private static final ReportTable TABLE =
            new ReportTable(
                    "feeds",
                    new Text("按数据源", "By source"),
                    List.of(
                            ReportColumn.code("feed", "编号", "code"),
                            ReportColumn.sum(ReportFigure.RECEIVED),
                            ReportColumn.sum(ReportFigure.REJECTED),
                            ReportColumn.figure(ReportFigure.TEACHERS, ColumnTotal.NONE),
                            share("rejectedShare", "rejected", "received")));

    private static ReportColumn share(String key, String part, String whole) {
        return ReportColumn.titled(
                key,
                new Text("比例", "share"),
                ReportFigure.SHARE,
                new ColumnTotal.ShareOf(part, whole));
    }

    private final TableSums sums = new TableSums(TABLE);

    @Test
    void sumsStandWhereTheyAreWantedAndSharesAreOfSums() {
        sums.add(row(100L, 50L, 7L));
        sums.add(row(300L, 1L, 8L));
        assertThat(sums.totals())
                .isEqualTo(cells(NONE, amount(400), amount(51), NONE, amount(1_275)));
        assertThat(sums.rows()).isEqualTo(2);
    }

    @Test
    void aRowComesBackWithItsShare() {
        assertThat(sums.add(row(300L, 1L, 8L)))
                .isEqualTo(
                        cells(ReportCell.of("a"), amount(300), amount(1), amount(8), amount(33)));
    }

    @Test
    void nothingStandsUnderNoRows() {
        assertThat(sums.totals()).isEqualTo(cells(NONE, NONE, NONE, NONE, NONE));
        assertThat(sums.rows()).isZero();
    }

    @Test
    void whatNoRowStatesHasNoSumAndWhatOneStatesHas() {
        sums.add(row(null, null, null));
        sums.add(row(null, 0L, null));
        assertThat(sums.totals()).isEqualTo(cells(NONE, NONE, amount(0), NONE, NONE));
    }

    @ParameterizedTest(name = "{0} of {1} is {2}: {3}")
    @CsvSource({
        "1, 8, 1250, exactly",
        "1, 3, 3333, down below the half",
        "2, 3, 6667, up above it",
        "1, 16, 625, exactly again",
        "1, 20000, 1, the half goes up",
        "3, 20000, 2, the next half too",
        "29999, 20000, 15000, more than the whole",
        "0, 5, 0, nothing of something",
        "5, 0, , something of nothing has no share",
        "0, 0, , nor has nothing",
        "-1, 4, -2500, what was taken back",
        "1, -4, -2500, of what was taken back",
        ", 5, , a part that nobody stated",
        "5, , , a whole that nobody stated"
    })
    void aShareIsRoundedHalfUpToAHundredthOfAPercent(
            @Nullable Long part, @Nullable Long whole, @Nullable Long share, String why) {
        ReportRow row = sums.add(row(whole, part, null));
        assertThat(row.cells().get(4)).as(why).isEqualTo(ReportCell.ofNullable(share));
        assertThat(sums.totals().cells().get(4)).as(why).isEqualTo(ReportCell.ofNullable(share));
    }

    @Test
    void aShareMayBeOfAColumnWithoutASum() {
        ReportTable table =
                new ReportTable(
                        "t",
                        TABLE.title(),
                        List.of(
                                ReportColumn.figure(ReportFigure.TEACHERS, ColumnTotal.NONE),
                                ReportColumn.sum(ReportFigure.TEACHERS_IN_FORCE),
                                share("coverage", "teachersInForce", "teachers")));
        TableSums coverage = new TableSums(table);
        coverage.add(cells(amount(4), amount(1), NONE));
        assertThat(coverage.totals()).isEqualTo(cells(NONE, amount(1), amount(2_500)));
    }

    @Test
    void aShareOfWhatIsNotSummedStandsInRowsAlone() {
        ReportTable table =
                new ReportTable(
                        "t",
                        TABLE.title(),
                        List.of(
                                ReportColumn.code("feed", "编号", "code"),
                                ReportColumn.figure(ReportFigure.TEACHERS, ColumnTotal.NONE),
                                ReportColumn.figure(
                                        ReportFigure.TEACHERS_IN_FORCE, ColumnTotal.NONE),
                                share("coverage", "teachersInForce", "teachers")));
        TableSums coverage = new TableSums(table);
        assertThat(coverage.add(cells(ReportCell.of("a"), amount(4), amount(1), NONE)).cells())
                .endsWith(amount(2_500));
        assertThat(coverage.totals()).isEqualTo(cells(NONE, NONE, NONE, NONE));
    }

    @Test
    void asManyCellsAsColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(cells(ReportCell.of("a"))))
                .withMessage("1 cells for 5 columns");
    }

    @Test
    void aSumThatDoesNotFitIsRefused() {
        sums.add(row(Long.MAX_VALUE, null, null));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> sums.add(row(1L, null, null)));
    }

    private static ReportRow row(
            @Nullable Long received, @Nullable Long rejected, @Nullable Long teachers) {
        return cells(
                ReportCell.of("a"),
                ReportCell.ofNullable(received),
                ReportCell.ofNullable(rejected),
                ReportCell.ofNullable(teachers),
                NONE);
    }

    private static ReportCell amount(long value) {
        return ReportCell.of(value);
    }

    private static ReportRow cells(ReportCell... cells) {
        return ReportRow.of(cells);
    }
}
