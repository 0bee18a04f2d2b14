package io.credithub.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportHead.ReportMoment;
import io.credithub.domain.report.ReportHead.ReportPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Whatever is changed of a report, its code is another.
final class ReportDigestTest {
    private static final Instant MOMENT = Instant.parse("2026-12-01T04:00:00.000000001Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Text TITLE = new Text("对账表", "Statement");
    private static final ReportPlace PLACE = new ReportPlace("140105", new Text("小店区", "Xiaodian"));
    private static final ReportMoment AS_OF = new ReportMoment(MOMENT, SHANGHAI);
    private static final List<KeyFigure> FIGURES = List.of(figure(ReportFigure.TEACHERS, 5));
    private static final List<BasisLine> BASIS = List.of(basis("规则", "rules", "7"));
    private static final ReportRow ROW = row(words("甲"), ReportCell.of(5));
    private static final ReportRow TOTALS = row(ReportCell.NOTHING, ReportCell.of(5));

    private static KeyFigure figure(ReportFigure figure, long value) {
        return new KeyFigure(figure, ReportCell.of(value));
    }

    private static BasisLine basis(String zh, String en, String value) {
        return new BasisLine(new Text(zh, en), value);
    }

    private static ReportCell words(String both) {
        return ReportCell.of(both);
    }

    private static ReportRow row(ReportCell... cells) {
        return ReportRow.of(cells);
    }

    private static ReportHead head(ReportPlace place, ReportMoment asOf) {
        return new ReportHead(
                ReportName.STATEMENT, TITLE, TITLE, place, TITLE, asOf, "key", FIGURES, BASIS);
    }

    private static ReportHead head(ReportName name, List<Text> texts, String madeBy) {
        return new ReportHead(
                name,
                texts.get(0),
                texts.get(1),
                PLACE,
                texts.get(2),
                AS_OF,
                madeBy,
                FIGURES,
                BASIS);
    }

    private static ReportHead head(List<KeyFigure> figures, List<BasisLine> basis) {
        return new ReportHead(
                ReportName.STATEMENT, TITLE, TITLE, PLACE, TITLE, AS_OF, "key", figures, basis);
    }

    private static ReportTable table(String key, Text title, ReportColumn... columns) {
        return new ReportTable(key, title, List.of(columns));
    }

    private static ReportTable table() {
        return table(
                "t",
                TITLE,
                ReportColumn.code("feed", "来源", "source"),
                ReportColumn.sum(ReportFigure.RECEIVED));
    }

    private static VerificationCode code(Consumer<ReportDigest> telling) {
        ReportDigest digest = new ReportDigest();
        telling.accept(digest);
        return digest.code();
    }

    private static VerificationCode code(ReportHead head) {
        return code(digest -> digest.head(head));
    }

    private static VerificationCode code(ReportTable table) {
        return code(digest -> digest.section(table));
    }

    private static VerificationCode code(ReportRow row) {
        return code(digest -> digest.row(row));
    }

    private static void allDiffer(Map<String, VerificationCode> codes) {
        assertThat(codes.values()).as("%s", codes).doesNotHaveDuplicates();
    }

    @Test
    void everyPartOfTheHeadCounts() {
        Map<String, VerificationCode> codes = new LinkedHashMap<>();
        codes.put("itself", code(head(PLACE, AS_OF)));
        Text other = new Text("汇总表", "Statement");
        codes.put("name", code(head(ReportName.ROLL_UP, List.of(TITLE, TITLE, TITLE), "key")));
        codes.put("maker", code(head(ReportName.STATEMENT, List.of(TITLE, TITLE, TITLE), "k")));
        codes.put("title", code(head(ReportName.STATEMENT, List.of(other, TITLE, TITLE), "key")));
        codes.put("line", code(head(ReportName.STATEMENT, List.of(TITLE, other, TITLE), "key")));
        codes.put("period", code(head(ReportName.STATEMENT, List.of(TITLE, TITLE, other), "key")));
        codes.put("division", code(head(new ReportPlace("140106", PLACE.title()), AS_OF)));
        codes.put("place", code(head(new ReportPlace("140105", TITLE), AS_OF)));
        codes.put("second", code(head(PLACE, new ReportMoment(MOMENT.plusSeconds(1), SHANGHAI))));
        codes.put("nanos", code(head(PLACE, new ReportMoment(MOMENT.plusNanos(1), SHANGHAI))));
        codes.put("zone", code(head(PLACE, new ReportMoment(MOMENT, ZoneId.of("UTC")))));
        allDiffer(codes);
    }

    @Test
    void everyFigureAndEveryLineOfTheBasisCounts() {
        Map<String, VerificationCode> codes = new LinkedHashMap<>();
        codes.put("itself", code(head(FIGURES, BASIS)));
        codes.put("figure", code(head(List.of(figure(ReportFigure.QUALIFIED, 5)), BASIS)));
        codes.put("value", code(head(List.of(figure(ReportFigure.TEACHERS, 6)), BASIS)));
        codes.put("without figures", code(head(List.of(), BASIS)));
        codes.put("twice", code(head(List.of(FIGURES.getFirst(), FIGURES.getFirst()), BASIS)));
        codes.put("about", code(head(FIGURES, List.of(basis("规则", "rule", "7")))));
        codes.put("says", code(head(FIGURES, List.of(basis("规则", "rules", "8")))));
        codes.put("shifted", code(head(FIGURES, List.of(basis("规则", "rules7", "")))));
        codes.put("without basis", code(head(FIGURES, List.of())));
        allDiffer(codes);
    }

    @Test
    void everyTitleOfATableCounts() {
        ReportColumn feed = ReportColumn.code("feed", "来源", "source");
        ReportColumn renamed = ReportColumn.code("feed", "数据源", "source");
        ReportColumn rekeyed = ReportColumn.code("code", "来源", "source");
        ReportColumn received = ReportColumn.sum(ReportFigure.RECEIVED);
        Map<String, VerificationCode> codes = new LinkedHashMap<>();
        codes.put("itself", code(table()));
        codes.put("key", code(table("u", TITLE, feed, received)));
        codes.put("title", code(table("t", Text.EMPTY, feed, received)));
        codes.put("column's title", code(table("t", TITLE, renamed, received)));
        codes.put("column's key", code(table("t", TITLE, rekeyed, received)));
        codes.put("fewer columns", code(table("t", TITLE, feed)));
        allDiffer(codes);
    }

    /// Day 0 is 1970-01-01, and the moment 0 its beginning.
    @Test
    void cellsOfOtherKindsAreOther() {
        Map<String, VerificationCode> codes = new LinkedHashMap<>();
        codes.put("nothing", code(row(ReportCell.NOTHING)));
        codes.put("0", code(row(ReportCell.of(0))));
        codes.put("1", code(row(ReportCell.of(1))));
        codes.put("-1", code(row(ReportCell.of(-1))));
        codes.put("the word 0", code(row(words("0"))));
        codes.put("a day", code(row(ReportCell.of(LocalDate.EPOCH))));
        codes.put("the day after", code(row(ReportCell.of(LocalDate.EPOCH.plusDays(1)))));
        codes.put("a moment", code(row(ReportCell.of(Instant.EPOCH))));
        codes.put("a nanosecond later", code(row(ReportCell.of(Instant.EPOCH.plusNanos(1)))));
        codes.put("no cell", code(row()));
        codes.put("two", code(row(ReportCell.NOTHING, ReportCell.NOTHING)));
        allDiffer(codes);
    }

    @Test
    void noLetterGoesFromOneTextToTheNextUnseen() {
        Map<String, VerificationCode> codes = new LinkedHashMap<>();
        codes.put("ab c", code(row(words("ab"), words("c"))));
        codes.put("a bc", code(row(words("a"), words("bc"))));
        codes.put("abc", code(row(words("abc"))));
        codes.put("zh", code(row(ReportCell.of(new Text("ab", "")))));
        codes.put("en", code(row(ReportCell.of(new Text("", "ab")))));
        codes.put("each", code(row(ReportCell.of(new Text("a", "b")))));
        allDiffer(codes);
    }

    @Test
    void whereTablesAndRowsEndCounts() {
        Map<String, VerificationCode> codes = new LinkedHashMap<>();
        codes.put("one row", code(digest -> all(digest, List.of(ROW), 1)));
        codes.put("two", code(digest -> all(digest, List.of(ROW, ROW), 1)));
        codes.put("another count", code(digest -> all(digest, List.of(ROW), 2)));
        codes.put("none", code(digest -> all(digest, List.of(), 1)));
        List<ReportCell> both = new ArrayList<>(ROW.cells());
        both.addAll(ROW.cells());
        codes.put("in one", code(digest -> all(digest, List.of(new ReportRow(both)), 1)));
        codes.put("a total as a row", code(digest -> all(digest, List.of(ROW, TOTALS), 1)));
        codes.put(
                "in two tables",
                code(digest -> {
                    all(digest, List.of(ROW), 1);
                    all(digest, List.of(), 0);
                }));
        allDiffer(codes);
    }

    private static void all(ReportDigest digest, List<ReportRow> rows, long count) {
        digest.section(table());
        rows.forEach(digest::row);
        digest.totals(TOTALS, count);
    }

    /// A paper that was printed by an earlier version of the hub is known by the code on it.
    @Test
    void theSameReportHasTheSameCodeForEver() {
        VerificationCode code =
                code(digest -> {
                    digest.head(head(FIGURES, BASIS));
                    all(digest, List.of(ROW), 1);
                });
        assertThat(code.text()).isEqualTo("1af0-99f3-8447-dcb1-fd6a");
    }
}
