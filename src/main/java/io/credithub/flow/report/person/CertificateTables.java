package io.credithub.flow.report.person;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.Certificate.CertifiedTeacher;
import io.credithub.flow.certificate.Certificate.Floor;
import io.credithub.flow.certificate.Certificate.Year;
import io.credithub.flow.certificate.CertificateWords;
import io.credithub.flow.certificate.Certificates.CertificateStatus;
import io.credithub.flow.certificate.Certificates.StoredCertificate;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.rules.Policies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is printed of a certificate: what was signed, and what holds of it today. Pure.
record CertificateTables(
        StoredCertificate stored, Certificate says, Policies policies, PlaceNames places) {
    /// A name and a value, twice.
    private static final int FACTS_LINE = 4;

    private static final int DAY_LENGTH = "2026-08-31".length();

    /// One that does not hold any more says so before anything else.
    Text headline() {
        CertificateStatus status = stored.status();
        if (status != CertificateStatus.VALID) {
            return status.meaning().capital().plus(new Text("。", "."));
        }
        Text verdict = CertificateWords.verdict(says.verdict());
        String zh =
                "兹证明%s在%s周期内认定培训学分%s分(应修%s分),%s。"
                        .formatted(
                                says.teacher().name(),
                                cycle().zh(),
                                says.recognised(),
                                says.required(),
                                verdict.zh());
        String en =
                "This is to certify that %s has %s credits recognised of %s required in the cycle"
                        .formatted(says.teacher().name(), says.recognised(), says.required());
        return new Text(zh, en + " " + cycle().en() + ": " + verdict.en() + ".");
    }

    Text cycle() {
        return CertificateWords.cycle(says.cycle(), says.cycleYears());
    }

    List<ReportPart> parts() {
        return List.of(facts(), years(), floors());
    }

    /// Two to a line, so that all of it has room on one sheet.
    private ReportPart facts() {
        List<ReportCell> cells = new ArrayList<>();
        CertifiedTeacher teacher = says.teacher();
        fact(cells, "证明编号", "number", plain(says.number()));
        fact(cells, "姓名", "name", plain(teacher.name()));
        fact(cells, "教师编号", "teacher number", plain(teacher.number()));
        fact(cells, "证件号码", "document", plain(teacher.idMasked()));
        fact(cells, "学校", "school", plain(school(teacher)));
        fact(cells, "用途", "purpose", says.purpose().title());
        fact(cells, "截至", "as of", plain(says.asOf()));
        fact(cells, "结论", "result", CertificateWords.verdict(says.verdict()));
        fact(cells, "为此预留学分", "credits reserved for it", plain(says.reserved()));
        if (says.inQuestion() != null) {
            String years =
                    says.inQuestion().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(" "));
            fact(cells, "存疑学年", "school years in question", plain(years));
        }
        fact(cells, "依据", "by", plain(says.policy().source()));
        fact(cells, "签发机构", "issued by", office());
        fact(cells, "签发日期", "issued on", plain(says.issuedAt().substring(0, DAY_LENGTH)));
        if (stored.status() != CertificateStatus.VALID) fact(cells, "目前状态", "today", today());
        return PersonTables.part(
                "certificate",
                "证明内容",
                "What is certified",
                List.of(
                        ReportColumn.code("about", "项目", "about"),
                        ReportColumn.words("value", "内容", "value"),
                        ReportColumn.code("aboutToo", "项目", "about"),
                        ReportColumn.words("valueToo", "内容", "value")),
                lines(cells));
    }

    private static List<ReportRow> lines(List<ReportCell> cells) {
        List<ReportRow> rows = new ArrayList<>();
        for (int at = 0; at < cells.size(); at += FACTS_LINE) {
            List<ReportCell> line =
                    new ArrayList<>(cells.subList(at, Math.min(cells.size(), at + FACTS_LINE)));
            while (line.size() < FACTS_LINE) line.add(ReportCell.NOTHING);
            rows.add(new ReportRow(line));
        }
        return rows;
    }

    private Text today() {
        if (stored.ended() == null) return stored.status().meaning();
        String day = policies.dayOf(stored.ended().at()).toString();
        return stored.status().meaning().plus(new Text("(" + day + ")", " (" + day + ")"));
    }

    private Text office() {
        String division = says.issuedBy().division();
        return places.titleOf(division).plus(new Text("(" + division + ")", " (" + division + ")"));
    }

    private static String school(CertifiedTeacher teacher) {
        return Stream.of(teacher.schoolName(), teacher.schoolCode())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static Text plain(@Nullable String value) {
        String said = Objects.requireNonNullElse(value, "");
        return new Text(said, said);
    }

    /// What nothing is said of has no place.
    private static void fact(List<ReportCell> cells, String zh, String en, Text value) {
        if (value.zh().isEmpty()) return;
        cells.add(ReportCell.of(new Text(zh, en)));
        cells.add(ReportCell.of(value));
    }

    private ReportPart years() {
        List<ReportRow> rows = new ArrayList<>();
        for (Year year : says.years()) {
            rows.add(
                    ReportRow.of(
                            ReportCell.of((long) year.schoolYear()),
                            ReportCell.of(CertificateWords.year(year.outcome())),
                            credits(year.recognised()),
                            credits(year.borrowed())));
        }
        return PersonTables.part(
                "years",
                "各学年",
                "School years",
                List.of(
                        ReportColumn.plain("schoolYear", "学年", "school year", CellType.SCHOOL_YEAR),
                        ReportColumn.words("result", "结果", "result"),
                        credits(ReportFigure.RECOGNISED),
                        credits(ReportFigure.BORROWED)),
                rows);
    }

    private ReportPart floors() {
        List<ReportRow> rows = new ArrayList<>();
        for (Floor floor : says.floors()) {
            rows.add(
                    ReportRow.of(
                            ReportCell.of(floor.title()),
                            ReportCell.of(
                                    floor.met()
                                            ? new Text("已达", "met")
                                            : new Text("未达", "missing")),
                            credits(
                                    floor.recognised() == null
                                            ? floor.earned()
                                            : floor.recognised()),
                            credits(floor.required())));
        }
        return PersonTables.part(
                "floors",
                "各项要求",
                "Requirements",
                List.of(
                        ReportColumn.words("requirement", "要求", "requirement"),
                        ReportColumn.words("state", "结果", "result"),
                        credits(ReportFigure.RECOGNISED),
                        credits(ReportFigure.REQUIRED)),
                rows);
    }

    /// By its name alone: what it counts is in the regulation that is named, and not on this sheet.
    private static ReportColumn credits(ReportFigure figure) {
        return new ReportColumn(
                figure.key(),
                figure.term(),
                CellType.HUNDREDTHS,
                figure.unit(),
                null,
                ColumnTotal.NONE);
    }

    private static ReportCell credits(@Nullable String decimal) {
        return decimal == null
                ? ReportCell.NOTHING
                : ReportCell.of(new BigDecimal(decimal).movePointRight(2).longValueExact());
    }
}
