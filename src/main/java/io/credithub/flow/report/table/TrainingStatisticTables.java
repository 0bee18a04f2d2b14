package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ColumnTotal.ShareOf;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticAmounts;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticDimension;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticGroup;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticKind;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticSchool;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/// The tables of a statistical return. A table in which a teacher may stand twice has no sum of
/// teachers under it: everybody once is a table of its own. Pure.
///
/// @param titleOf what a division is called
record TrainingStatisticTables(TrainingStatisticSums sums, Function<String, Text> titleOf) {
    private static final List<String> HOURS = List.of("hours");

    /// Teachers on the roster.
    long teachers() {
        return sums.schools().stream().mapToLong(TrainingStatisticSchool::teachers).sum();
    }

    /// Everybody once.
    static ReportSection whole() {
        return ReportSection.of(
                new ReportTable(
                        "all",
                        new Text("合计(每人计一次)", "All, everybody once"),
                        placed(List.of(), ColumnTotal.NONE)));
    }

    /// Of [#whole].
    ReportRow all() {
        return placed(List.of(), teachers(), sums.all());
    }

    static ReportSection by(TrainingStatisticDimension dimension) {
        List<ReportColumn> columns = new ArrayList<>();
        columns.add(ReportColumn.code("code", "代码", "code"));
        columns.add(ReportColumn.words("name", "名称", "name"));
        columns.add(ReportColumn.figure(ReportFigure.TEACHERS_IN_FORCE, ColumnTotal.NONE));
        columns.add(ReportColumn.sum(ReportFigure.IN_FORCE));
        columns.add(ReportColumn.sum(ReportFigure.HOURS));
        columns.add(ReportColumn.figure(ReportFigure.MEAN_HOURS_TRAINED, ColumnTotal.NONE));
        columns.add(ReportColumn.sum(ReportFigure.CREDITS));
        Text title = TrainingStatisticWords.titleOf(dimension);
        ReportTable table =
                new ReportTable(TrainingStatisticWords.keyOf(dimension), title, columns);
        List<String> persons = List.of(ReportFigure.TEACHERS_IN_FORCE.key());
        return new ReportSection(
                table,
                List.of(
                        new ReportChart(
                                title.plus(new Text(":参训教师", ": teachers trained")),
                                "name",
                                persons,
                                false)));
    }

    /// Of [#by]: every level, form and kind there is, and those categories that occur.
    List<ReportRow> rows(TrainingStatisticDimension dimension) {
        return switch (dimension) {
            case LEVEL -> {
                List<ReportRow> rows = new ArrayList<>();
                for (Level level : Level.values()) {
                    Text name = TrainingStatisticWords.of(level);
                    rows.add(row(dimension, String.valueOf(level.code()), level.name(), name));
                }
                yield rows;
            }
            case FORM -> {
                List<ReportRow> rows = new ArrayList<>();
                for (Form form : Form.values()) {
                    Text name = TrainingStatisticWords.of(form);
                    rows.add(row(dimension, String.valueOf(form.code()), form.name(), name));
                }
                yield rows;
            }
            case KIND -> {
                List<ReportRow> rows = new ArrayList<>();
                for (TrainingStatisticKind kind : TrainingStatisticKind.values()) {
                    Text name = TrainingStatisticWords.of(kind);
                    rows.add(row(dimension, kind.name(), kind.name(), name));
                }
                yield rows;
            }
            case CATEGORY ->
                    sums.groups(dimension).stream()
                            .map(group ->
                                    row(
                                            dimension,
                                            group.key(),
                                            group.key(),
                                            TrainingStatisticWords.ofCategory(group.key())))
                            .toList();
        };
    }

    private ReportRow row(
            TrainingStatisticDimension dimension, String key, String code, Text name) {
        TrainingStatisticAmounts amounts =
                sums.groups(dimension).stream()
                        .filter(group -> group.key().equals(key))
                        .map(TrainingStatisticGroup::amounts)
                        .findFirst()
                        .orElse(TrainingStatisticAmounts.NONE);
        return ReportRow.of(
                ReportCell.of(code),
                ReportCell.of(name),
                ReportCell.of(amounts.persons()),
                ReportCell.of(amounts.personTimes()),
                ReportCell.of(amounts.hours()),
                ReportCell.ofNullable(amounts.meanHours()),
                ReportCell.of(amounts.credits()));
    }

    static ReportSection byCounty() {
        List<ReportColumn> names =
                List.of(
                        ReportColumn.code("division", "区划代码", "division"),
                        ReportColumn.words("place", "区划", "place"));
        Text title = new Text("按县(区)", "By county");
        ReportTable table = new ReportTable("counties", title, placed(names, ColumnTotal.SUM));
        return new ReportSection(
                table,
                List.of(
                        new ReportChart(
                                ReportFigure.PARTICIPATION.term().capital(),
                                "place",
                                List.of(ReportFigure.PARTICIPATION.key()),
                                false),
                        new ReportChart(
                                ReportFigure.HOURS.term().capital(), "place", HOURS, false)));
    }

    /// Of [#byCounty].
    List<ReportRow> counties() {
        Map<String, Long> teachers = new TreeMap<>();
        Map<String, TrainingStatisticAmounts> amounts = new TreeMap<>();
        for (TrainingStatisticSchool school : sums.schools()) {
            teachers.merge(school.division(), school.teachers(), Long::sum);
            amounts.merge(school.division(), school.amounts(), TrainingStatisticAmounts::plus);
        }
        List<ReportRow> rows = new ArrayList<>();
        amounts.forEach((division, of) ->
                rows.add(
                        placed(
                                names(division),
                                Objects.requireNonNull(teachers.get(division)),
                                of)));
        return rows;
    }

    private List<ReportCell> names(String division) {
        return List.of(ReportCell.of(division), ReportCell.of(titleOf.apply(division)));
    }

    static ReportSection bySchool() {
        List<ReportColumn> names =
                List.of(
                        ReportColumn.code("division", "区划代码", "division"),
                        ReportColumn.words("place", "区划", "place"),
                        ReportColumn.code("schoolCode", "学校代码", "school code"),
                        ReportColumn.words("school", "学校", "school"));
        Text title = new Text("按学校", "By school");
        return ReportSection.of(new ReportTable("schools", title, placed(names, ColumnTotal.SUM)));
    }

    /// Of [#bySchool].
    List<ReportRow> schools() {
        List<ReportRow> rows = new ArrayList<>();
        for (TrainingStatisticSchool school : sums.schools()) {
            List<ReportCell> names = new ArrayList<>(names(school.division()));
            names.add(ReportCell.of(school.school()));
            names.add(ReportCell.of(school.name()));
            rows.add(placed(names, school.teachers(), school.amounts()));
        }
        return rows;
    }

    /// Of places: a teacher is in one of them.
    private static List<ReportColumn> placed(List<ReportColumn> names, ColumnTotal total) {
        List<ReportColumn> columns = new ArrayList<>(names);
        columns.add(ReportColumn.figure(ReportFigure.TEACHERS, total));
        columns.add(ReportColumn.figure(ReportFigure.TEACHERS_IN_FORCE, total));
        columns.add(
                ReportColumn.figure(
                        ReportFigure.PARTICIPATION,
                        new ShareOf(
                                ReportFigure.TEACHERS_IN_FORCE.key(),
                                ReportFigure.TEACHERS.key())));
        columns.add(ReportColumn.figure(ReportFigure.IN_FORCE, total));
        columns.add(ReportColumn.figure(ReportFigure.HOURS, total));
        columns.add(ReportColumn.figure(ReportFigure.MEAN_HOURS_TRAINED, ColumnTotal.NONE));
        columns.add(ReportColumn.figure(ReportFigure.CREDITS, total));
        return columns;
    }

    private static ReportRow placed(
            List<ReportCell> names, long teachers, TrainingStatisticAmounts amounts) {
        List<ReportCell> cells = new ArrayList<>(names);
        cells.add(ReportCell.of(teachers));
        cells.add(ReportCell.of(amounts.persons()));
        cells.add(ReportCell.NOTHING);
        cells.add(ReportCell.of(amounts.personTimes()));
        cells.add(ReportCell.of(amounts.hours()));
        cells.add(ReportCell.ofNullable(amounts.meanHours()));
        cells.add(ReportCell.of(amounts.credits()));
        return new ReportRow(cells);
    }
}
