package io.credithub.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credithub.domain.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportTableTest {
    private static final ReportColumn FEED = ReportColumn.code("feed", "编号", "code");
    private static final ReportColumn RECEIVED = ReportColumn.sum(ReportFigure.RECEIVED);
    private static final ReportColumn REJECTED = ReportColumn.sum(ReportFigure.REJECTED);

    private static ReportTable table(ReportColumn... columns) {
        return new ReportTable("t", new Text("表", "table"), List.of(columns));
    }

    private static ReportColumn share(String part, String whole) {
        return ReportColumn.figure(ReportFigure.SHARE, new ColumnTotal.ShareOf(part, whole));
    }

    private static ReportColumn only(ReportFigure figure) {
        return ReportColumn.figure(figure, ColumnTotal.NONE);
    }

    @Test
    void noSumStandsWhereTheLineOfTotalsSaysWhatItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(RECEIVED, FEED))
                .withMessage("no place for the word total before received");
    }

    @Test
    void norDoesAShareOfSums() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(share("rejected", "received"), REJECTED, RECEIVED))
                .withMessage("no place for the word total before share");
    }

    @Test
    void whereNothingIsSummedAnythingComesFirst() {
        assertThatCode(() -> table(only(ReportFigure.RECEIVED), FEED)).doesNotThrowAnyException();
        assertThatCode(() ->
                        table(
                                share("rejected", "received"),
                                only(ReportFigure.REJECTED),
                                only(ReportFigure.RECEIVED)))
                .doesNotThrowAnyException();
    }

    @Test
    void totalsStandUnderSumsAlone() {
        assertThat(table(FEED, only(ReportFigure.REJECTED), RECEIVED).hasTotals()).isTrue();
        assertThat(table(FEED, only(ReportFigure.RECEIVED)).hasTotals()).isFalse();
        ReportTable shares =
                table(
                        only(ReportFigure.REJECTED),
                        only(ReportFigure.RECEIVED),
                        share("rejected", "received"));
        assertThat(shares.hasTotals()).isFalse();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "rejected, all, the whole is no column",
        "some, received, the part is no column",
        "some, all, neither is",
    })
    void aShareIsOfColumnsThatThereAre(String part, String whole, String why) {
        assertThatIllegalArgumentException()
                .as(why)
                .isThrownBy(() -> table(FEED, REJECTED, RECEIVED, share(part, whole)))
                .withMessage("share");
    }

    @Test
    void noTwoColumnsHaveOneKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(FEED, RECEIVED, RECEIVED))
                .withMessage("received");
    }

    @Test
    void columnsAreFoundByTheirKeys() {
        ReportTable table = table(FEED, RECEIVED, REJECTED);
        assertThat(table.place("feed")).isZero();
        assertThat(table.place("rejected")).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.place("none"))
                .withMessage("none");
    }
}
