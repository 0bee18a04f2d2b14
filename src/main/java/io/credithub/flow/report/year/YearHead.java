package io.credithub.flow.report.year;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportHead.ReportMoment;
import io.credithub.domain.report.ReportHead.ReportPlace;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.year.ReportBasis.LookedAt;
import io.credithub.flow.report.year.YearFigures.YearScope;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What stands above a report of a division and a school year.
///
/// @param rules that the basis names
record YearHead(
        ReportQuestion question,
        YearScope scope,
        ReportPlace place,
        ZoneId zone,
        ReportBasis basis,
        Rulebook rules) {
    private static final int HASH_DIGITS = 12;
    private static final String BESIDE = " · ";

    /// The school year that is asked for, or the one that is running.
    static YearScope scope(ReportQuestion question, Policies policies) {
        Integer asked = question.schoolYear();
        int year =
                asked != null
                        ? asked
                        : policies.inForce().policy().schoolYearOf(policies.dayOf(question.asOf()));
        boolean isWhole = question.within().covers(policies.rules().province());
        return new YearScope(question.within(), isWhole, year);
    }

    static Uni<YearHead> of(
            ReportQuestion question,
            YearScope scope,
            ReportBasis basis,
            Policies policies,
            PlaceNames names) {
        String division = question.within().divisionCode();
        ReportPlace place = new ReportPlace(division, names.titleOf(division));
        return policies.rules(basis.rulebook())
                .map(rules -> new YearHead(question, scope, place, policies.zone(), basis, rules));
    }

    Text period() {
        String years = scope.schoolYear() + "–" + (scope.schoolYear() + 1);
        return new Text(years + " 学年", "school year " + years);
    }

    ReportHead head(Text headline, List<KeyFigure> figures) {
        return new ReportHead(
                question.name(),
                question.name().title(),
                headline,
                place,
                period(),
                new ReportMoment(question.asOf(), zone),
                question.askedBy(),
                figures,
                lines());
    }

    /// How far what is said of breaks is behind the ledger; empty if it is not.
    Text remark() {
        LookedAt run = basis.run();
        if (run == null) return new Text(";从未对账,差异未知", "; never reconciled, so breaks are unknown");
        if (basis.seqUnseen() == 0) return Text.EMPTY;
        String at = FigureWords.minute(run.at(), zone);
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
        lines.add(line("规则", "rules", basis.rulebook(), policies()));
        lines.add(line("匹配口径与培训目录", "matching and programme register", basis.matching()));
        lines.add(line("花名册版本", "roster version", basis.roster()));
        LookedAt run = basis.run();
        if (run == null) {
            lines.add(line("最近对账", "last run of reconciliation", "-"));
        } else {
            String at = FigureWords.minute(run.at(), zone);
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

    private String policies() {
        return rules.all().stream().map(one -> one.policy().id()).collect(Collectors.joining(", "));
    }

    private static BasisLine line(String zh, String en, Object... values) {
        List<String> words = new ArrayList<>(values.length);
        for (Object value : values) words.add(value.toString());
        return new BasisLine(new Text(zh, en), String.join(BESIDE, words));
    }
}
