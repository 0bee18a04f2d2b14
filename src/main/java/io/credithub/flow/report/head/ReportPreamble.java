package io.credithub.flow.report.head;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportHead.ReportMoment;
import io.credithub.domain.report.ReportHead.ReportPlace;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.head.ReportBasis.LookedAt;
import io.credithub.flow.rules.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What stands above a report before its figures are known.
///
/// @param names what divisions were called at the moment of the question
/// @param rules that the basis names
public record ReportPreamble(
        ReportQuestion question,
        PlaceNames names,
        Text period,
        ReportMoment asOf,
        ReportBasis basis,
        Rulebook rules) {
    private static final int HASH_DIGITS = 12;
    private static final String BESIDE = " · ";
    private static final Text PROVINCE = new Text("全省", "province");

    public ReportPlace place() {
        String division = question.within().divisionCode();
        return new ReportPlace(division, titleOf(division));
    }

    /// What a division is called; what is nobody's is the province's.
    public Text titleOf(String division) {
        return division.isEmpty() ? PROVINCE : names.titleOf(division);
    }

    public ReportHead head(Text headline, List<KeyFigure> figures) {
        return head(headline, figures, List.of());
    }

    /// @param more of the report's own, below what stands above every report
    public ReportHead head(Text headline, List<KeyFigure> figures, List<BasisLine> more) {
        List<BasisLine> lines = new ArrayList<>(NarrowedBy.lines(question.terms()));
        lines.addAll(lines());
        lines.addAll(more);
        return new ReportHead(
                question.name(),
                question.name().title(),
                headline,
                place(),
                period,
                asOf,
                question.askedBy(),
                figures,
                lines);
    }

    /// A headline that says first when and whom it tells of, and by what it is narrowed: a page
    /// that is sent on is understood by its first line.
    public Text headline(Text said) {
        Text narrowed = NarrowedBy.words(question.terms());
        Text of =
                new Text(
                        period.zh() + "," + place().title().zh(),
                        period.capital().en() + ", " + place().title().en());
        return of.plus(narrowed).plus(new Text(":", ": ")).plus(said);
    }

    /// How far what is said of breaks is behind the ledger; empty if it is not.
    ///
    /// @param isAnyFound by runs that looked at a part
    public Text remark(boolean isAnyFound) {
        LookedAt run = basis.run();
        if (run == null && isAnyFound) {
            return new Text(
                    ";尚未整体对账,差异不全", "; not reconciled as a whole, so there may be more breaks");
        }
        if (run == null) return new Text(";从未对账,差异未知", "; never reconciled, so breaks are unknown");
        if (basis.seqUnseen() == 0) return Text.EMPTY;
        String at = FigureWords.minute(run.at(), asOf.zone());
        String lines = FigureWords.count(basis.seqUnseen());
        return new Text(
                ";差异截至 %s 的对账,其后账本新增 %s 笔,尚未对账".formatted(at, lines),
                "; breaks as of the run of %s, before the last %s lines of the ledger"
                        .formatted(at, lines));
    }

    private List<BasisLine> lines() {
        List<BasisLine> lines = new ArrayList<>();
        String hash = basis.hash().substring(0, Math.min(HASH_DIGITS, basis.hash().length()));
        lines.add(
                line(
                        "账本末笔 · 区块 · 摘要",
                        "ledger line · block · hash",
                        basis.seq(),
                        basis.block(),
                        hash));
        lines.add(line("规则", "rules", basis.rulebook(), policies(rules)));
        lines.add(line("匹配口径与培训目录", "matching and programme register", basis.matching()));
        lines.add(line("花名册版本", "roster version", basis.roster()));
        LookedAt run = basis.run();
        if (run == null) {
            lines.add(line("最近对账", "last run of reconciliation", "-"));
        } else {
            String at = FigureWords.minute(run.at(), asOf.zone());
            lines.add(
                    line(
                            "最近对账 · 时间 · 账本末笔",
                            "last run of reconciliation · time · ledger line",
                            run.run(),
                            at,
                            run.seq()));
        }
        if (basis.seqUnseen() > 0) {
            lines.add(line("对账后新增账目", "ledger lines since that run", basis.seqUnseen()));
        }
        return lines;
    }

    /// The versions of a rulebook, by their ids.
    public static String policies(Rulebook rules) {
        return rules.all().stream().map(one -> one.policy().id()).collect(Collectors.joining(", "));
    }

    /// @param values one of them, or several that belong together
    public static BasisLine line(String zh, String en, Object... values) {
        List<String> words = new ArrayList<>(values.length);
        for (Object value : values) words.add(value.toString());
        return new BasisLine(new Text(zh, en), String.join(BESIDE, words));
    }
}
