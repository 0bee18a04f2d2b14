package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.report.year.RollUpFigures.OpenBreaks;
import io.credithub.flow.report.year.StatementFigures.RosterPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Teachers and their records by school, county and city: each place in one row.
///
/// @param titleOf what a division is called
record PlaceTables(Function<String, Text> titleOf) {
    private static final int CITY_DIGITS = 4;
    private static final int COUNTY_DIGITS = 6;
    private static final Text NOBODYS = new Text("无归属区划", "of no division");
    private static final ReportColumn NAME = ReportColumn.words("name", "名称", "name");
    private static final ReportColumn DIVISION = ReportColumn.code("division", "区划代码", "division");
    private static final Text BY_COUNTY = new Text("各县(市、区)", "By county");

    static final ReportTable SCHOOLS =
            table(
                    "schools",
                    new Text("各校", "By school"),
                    List.of(ReportColumn.code("school", "学校代码", "school"), NAME),
                    PlaceTally.COLUMNS);

    static final ReportTable COUNTIES =
            table("counties", BY_COUNTY, List.of(DIVISION, NAME), PlaceTally.COLUMNS);

    static final ReportTable ROLL_UP =
            table(
                    "counties",
                    BY_COUNTY,
                    List.of(ReportColumn.words("city", "所属市", "city"), DIVISION, NAME),
                    PlaceTally.ALL_COLUMNS);

    static final ReportTable CITIES =
            table(
                    "cities",
                    new Text("各市小计", "By city"),
                    List.of(DIVISION, NAME),
                    PlaceTally.ALL_COLUMNS);

    static final ReportChart TRAINED =
            new ReportChart(
                    new Text("参训比例", "Share of teachers trained"),
                    NAME.key(),
                    List.of(ReportFigure.SHARE.key()),
                    false);

    private static ReportTable table(
            String key, Text title, List<ReportColumn> place, List<ReportColumn> figures) {
        List<ReportColumn> columns = new ArrayList<>(place);
        columns.addAll(figures);
        return new ReportTable(key, title, columns);
    }

    /// @param roster of a county
    static SectionRows schools(List<RosterPart> roster) {
        Map<String, PlaceTally> schools = new TreeMap<>();
        Map<String, String> titles = new TreeMap<>();
        for (RosterPart part : roster) {
            PlaceTally tally = new PlaceTally(part.teachers(), part.records(), 0, 0);
            schools.merge(part.school(), tally, PlaceTally::plus);
            if (part.name() != null) titles.putIfAbsent(part.school(), part.name());
        }
        List<ReportRow> rows = new ArrayList<>(schools.size());
        schools.forEach((school, tally) ->
                rows.add(row(school(school, titles.getOrDefault(school, "")), tally.cells())));
        return new SectionRows(SCHOOLS, rows);
    }

    private static List<ReportCell> school(String code, String title) {
        Text unnamed = new Text("(未注明学校)", "(no school stated)");
        return List.of(
                ReportCell.of(code),
                code.isEmpty() ? ReportCell.of(unnamed) : ReportCell.of(title));
    }

    SectionRows counties(List<PlaceSums> counties) {
        List<ReportRow> rows = new ArrayList<>();
        tallies(counties, List.of())
                .forEach((county, tally) -> rows.add(row(place(county), tally.cells())));
        return new SectionRows(COUNTIES, rows);
    }

    SectionRows rollUp(RollUpFigures figures) {
        List<ReportRow> rows = new ArrayList<>();
        tallies(figures.counties(), figures.breaks())
                .forEach((county, tally) -> {
                    List<ReportCell> cells = new ArrayList<>();
                    cells.add(ReportCell.of(title(city(county))));
                    cells.addAll(place(county));
                    rows.add(row(cells, tally.allCells()));
                });
        return new SectionRows(ROLL_UP, rows);
    }

    SectionRows cities(RollUpFigures figures) {
        Map<String, PlaceTally> cities = new TreeMap<>();
        tallies(figures.counties(), figures.breaks())
                .forEach((county, tally) -> cities.merge(city(county), tally, PlaceTally::plus));
        List<ReportRow> rows = new ArrayList<>(cities.size());
        cities.forEach((city, tally) -> rows.add(row(place(city), tally.allCells())));
        return new SectionRows(CITIES, rows);
    }

    /// Each county with teachers, records or open breaks once.
    private static Map<String, PlaceTally> tallies(
            List<PlaceSums> counties, List<OpenBreaks> breaks) {
        Map<String, PlaceTally> tallies = new TreeMap<>();
        for (PlaceSums county : counties) {
            tallies.merge(county.key(), PlaceTally.of(county), PlaceTally::plus);
        }
        for (OpenBreaks open : breaks) {
            PlaceTally questioned =
                    new PlaceTally(
                            0,
                            PlaceTally.NONE.records(),
                            open.breaks(),
                            open.inQuestion().hundredths());
            tallies.merge(open.division(), questioned, PlaceTally::plus);
        }
        tallies.values().removeIf(tally -> !tally.isAnything());
        return tallies;
    }

    private static String city(String county) {
        return county.length() == COUNTY_DIGITS ? county.substring(0, CITY_DIGITS) + "00" : county;
    }

    private List<ReportCell> place(String division) {
        return List.of(ReportCell.of(division), ReportCell.of(title(division)));
    }

    private Text title(String division) {
        return division.isEmpty() ? NOBODYS : titleOf.apply(division);
    }

    private static ReportRow row(List<ReportCell> place, List<ReportCell> figures) {
        List<ReportCell> cells = new ArrayList<>(place);
        cells.addAll(figures);
        return new ReportRow(cells);
    }
}
