package io.credithub.flow.report.person;

import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.Exemption;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.LoanStanding;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.bank.Bank.ExemptionRecord;
import io.credithub.flow.certificate.CertificateWords;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.statement.Statement;
import io.credithub.flow.teacher.Registry.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The tables of a teacher's statement, in the order in which somebody reads them: who it is, where
/// the cycle stands, what is missing, record by record, what was granted. What there is none of is
/// left out, but for the records and what is missing. Pure.
///
/// @param rules by which exemptions have their titles
record PersonTables(Feeds feeds, Policies policies, Rulebook rules) {
    List<ReportPart> parts(Statement statement, List<ExemptionRecord> granted, PlaceNames places) {
        Standing standing = statement.standing();
        TrainingRows trainings = new TrainingRows(feeds, policies, statement);
        List<ReportPart> parts = new ArrayList<>();
        parts.add(person(statement.teacher(), places));
        parts.add(years(standing.years()));
        parts.add(requirements(standing.lines()));
        parts.add(missing(standing.missing()));
        parts.add(trainings.inForce());
        addUnlessEmpty(parts, statement.held().isEmpty(), trainings.held());
        addUnlessEmpty(parts, !trainings.isAnyReversed(), trainings.reversed());
        addUnlessEmpty(parts, !trainings.isAnyAdjusted(), trainings.adjusted());
        addUnlessEmpty(parts, standing.loans().isEmpty(), loans(standing));
        List<ExemptionRecord> inForce = inForce(granted, standing);
        addUnlessEmpty(parts, inForce.isEmpty(), exemptions(inForce));
        return parts;
    }

    private static void addUnlessEmpty(List<ReportPart> parts, boolean isEmpty, ReportPart part) {
        if (!isEmpty) parts.add(part);
    }

    static ReportPart part(
            String key, String zh, String en, List<ReportColumn> columns, List<ReportRow> rows) {
        ReportTable table = new ReportTable(key, new Text(zh, en), columns);
        return new ReportPart(ReportSection.of(table), ReportRows.of(rows));
    }

    static ReportColumn plain(ReportFigure figure) {
        return ReportColumn.figure(figure, ColumnTotal.NONE);
    }

    private static ReportPart person(Profile teacher, PlaceNames places) {
        return part(
                "teacher",
                "教师",
                "Teacher",
                List.of(
                        ReportColumn.code("teacherNo", "教师编号", "teacher number"),
                        ReportColumn.words("name", "姓名", "name"),
                        ReportColumn.words("document", "证件号码", "document"),
                        ReportColumn.words("school", "学校", "school"),
                        ReportColumn.words("place", "所在区划", "division")),
                List.of(
                        ReportRow.of(
                                ReportCell.of(teacher.teacherNo()),
                                ReportCell.of(teacher.name()),
                                ReportCell.of(teacher.idMasked()),
                                ReportCell.of(school(teacher)),
                                ReportCell.of(places.titleOf(teacher.division())))));
    }

    private static String school(Profile teacher) {
        String name = Objects.requireNonNullElse(teacher.schoolName(), "");
        String code = teacher.schoolCode();
        return code == null ? name : (name + " " + code).strip();
    }

    private static ReportPart years(List<YearStanding> years) {
        List<ReportRow> rows = new ArrayList<>();
        for (YearStanding year : years) {
            rows.add(
                    ReportRow.of(
                            ReportCell.of((long) year.schoolYear()),
                            ReportCell.of(result(year)),
                            ReportCell.of(year.earned().hundredths()),
                            ReportCell.of(year.recognised().hundredths()),
                            ReportCell.of(year.carriedIn().hundredths()),
                            ReportCell.of(year.minimum().hundredths()),
                            ReportCell.of(year.borrowed().hundredths()),
                            ReportCell.of(year.missing().hundredths())));
        }
        return part(
                "years",
                "各学年",
                "School years",
                List.of(
                        ReportColumn.plain("schoolYear", "学年", "school year", CellType.SCHOOL_YEAR),
                        ReportColumn.words("result", "结果", "result"),
                        ReportColumn.sum(ReportFigure.CREDITS),
                        ReportColumn.sum(ReportFigure.RECOGNISED),
                        plain(ReportFigure.CARRIED_IN),
                        plain(ReportFigure.REQUIRED),
                        ReportColumn.sum(ReportFigure.BORROWED),
                        plain(ReportFigure.MISSING)),
                rows);
    }

    private static Text result(YearStanding year) {
        if (year.inQuestion()) return new Text("已审定,存疑", "decided, in question");
        return switch (year.state()) {
            case NOT_REGISTERED -> new Text("不登记", "not registered");
            case NOT_BEGUN -> new Text("未开始", "not begun");
            case LEFT -> new Text("已离职", "left");
            case RUNNING, ENDED -> {
                Text outcome = CertificateWords.year(year.outcome());
                boolean isDecided = year.decided() != null;
                yield isDecided ? new Text("已审定:", "decided: ").plus(outcome) : outcome;
            }
        };
    }

    private static ReportPart requirements(List<LineStanding> lines) {
        List<ReportRow> rows = new ArrayList<>();
        for (LineStanding line : lines) {
            rows.add(
                    ReportRow.of(
                            ReportCell.of(line.line().title()),
                            ReportCell.of(line.line().paragraph()),
                            ReportCell.of(state(line)),
                            ReportCell.of(line.earned().hundredths()),
                            ReportCell.of(line.counted().hundredths()),
                            ReportCell.of(line.required().hundredths()),
                            ReportCell.of(line.missing().hundredths())));
        }
        return part(
                "requirements",
                "各项要求",
                "Requirements",
                List.of(
                        ReportColumn.words("requirement", "要求", "requirement"),
                        ReportColumn.code("paragraph", "条款", "paragraph"),
                        ReportColumn.words("state", "结果", "result"),
                        plain(ReportFigure.CREDITS),
                        plain(ReportFigure.RECOGNISED),
                        plain(ReportFigure.REQUIRED),
                        plain(ReportFigure.MISSING)),
                rows);
    }

    private static Text state(LineStanding line) {
        return switch (line.state()) {
            case MET -> new Text("已达", "met");
            case MISSING -> new Text("未达", "missing");
            case WAIVED -> new Text("减免", "waived");
            case WITHIN -> new Text("未超上限", "within the cap");
            case CUTS -> new Text("超出上限不计", "cut by the cap");
        };
    }

    private static ReportPart missing(List<LineStanding> lines) {
        List<ReportRow> rows = new ArrayList<>();
        for (LineStanding line : lines) {
            rows.add(
                    ReportRow.of(
                            ReportCell.of(line.line().title()),
                            ReportCell.of(line.line().paragraph()),
                            ReportCell.of(line.missing().hundredths()),
                            ReportCell.of(line.line().filledBy())));
        }
        return part(
                "missing",
                "尚缺及补足途径",
                "What is missing, and what would fill it",
                List.of(
                        ReportColumn.words("requirement", "要求", "requirement"),
                        ReportColumn.code("paragraph", "条款", "paragraph"),
                        plain(ReportFigure.MISSING),
                        ReportColumn.words("filledBy", "可由何种培训补足", "filled by")),
                rows);
    }

    private static ReportPart loans(Standing standing) {
        List<ReportRow> rows = new ArrayList<>();
        for (LoanStanding loan : standing.loans()) {
            rows.add(
                    ReportRow.of(
                            ReportCell.of((long) loan.schoolYear()),
                            ReportCell.of(
                                    loan.isOpen()
                                            ? new Text("未还清", "open")
                                            : new Text("已还清", "repaid")),
                            ReportCell.of(loan.borrowed().hundredths()),
                            ReportCell.of(loan.owed().hundredths()),
                            ReportCell.of(loan.repaid().hundredths())));
        }
        return part(
                "loans",
                "学分借贷",
                "Loans",
                List.of(
                        ReportColumn.plain("schoolYear", "学年", "school year", CellType.SCHOOL_YEAR),
                        ReportColumn.words("state", "状态", "state"),
                        ReportColumn.sum(ReportFigure.BORROWED),
                        ReportColumn.sum(ReportFigure.OWED),
                        ReportColumn.sum(ReportFigure.REPAID)),
                rows);
    }

    private static List<ExemptionRecord> inForce(List<ExemptionRecord> all, Standing standing) {
        List<Integer> years = standing.years().stream().map(YearStanding::schoolYear).toList();
        return all.stream()
                .filter(one -> one.ended() == null && years.contains(one.schoolYear()))
                .toList();
    }

    private ReportPart exemptions(List<ExemptionRecord> granted) {
        List<ReportRow> rows = new ArrayList<>();
        for (ExemptionRecord one : granted) {
            rows.add(
                    ReportRow.of(
                            ReportCell.of((long) one.schoolYear()),
                            ReportCell.of(kind(one.kind())),
                            ReportCell.of(one.evidence()),
                            ReportCell.of(policies.dayOf(one.granted().at()))));
        }
        return part(
                "exemptions",
                "减免",
                "Exemptions",
                List.of(
                        ReportColumn.plain("schoolYear", "学年", "school year", CellType.SCHOOL_YEAR),
                        ReportColumn.words("kind", "种类", "kind"),
                        ReportColumn.words("evidence", "证明材料", "evidence"),
                        ReportColumn.plain("grantedOn", "批准日期", "granted on", CellType.DAY)),
                rows);
    }

    private Text kind(String kind) {
        for (Exemption one : rules.main().policy().terms().requirements().exemptions()) {
            if (one.kind().equals(kind)) return one.title();
        }
        return new Text(kind, kind);
    }
}
