package io.credithub.domain.standing.words;

import static io.credithub.domain.standing.words.Measure.quotedEn;
import static io.credithub.domain.standing.words.Measure.quotedZh;

import io.credithub.domain.Article;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.LoanRule;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.OpenLoan;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.domain.standing.words.StandingReason.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes down why a standing is what it is: each school year, each requirement, open loans, and
/// the verdict. Reads every figure from the standing and reckons nothing, so that no sentence can
/// differ from it.
@Article({"二(四)", "四(五)"})
public final class StandingWords {
    private final Policy policy;
    private final Standing standing;
    private final Measure measure;

    private StandingWords(Policy policy, Standing standing) {
        this.policy = policy;
        this.standing = standing;
        this.measure = Measure.of(policy);
    }

    /// In the order of [Topic]; years and lines in their own.
    ///
    /// @param policy the one that the standing is computed under
    public static List<StandingReason> of(Policy policy, Standing standing) {
        return new StandingWords(policy, standing).reasons();
    }

    private List<StandingReason> reasons() {
        List<StandingReason> reasons = new ArrayList<>();
        YearWords years = new YearWords(policy, standing);
        for (YearStanding year : standing.years()) reasons.addAll(years.of(year));
        if (standing.probation() != null) reasons.add(ProbationWords.of(standing.probation()));
        LineWords lines = new LineWords(policy, standing);
        for (LineStanding line : standing.lines()) reasons.add(lines.of(line));
        for (OpenLoan loan : standing.openLoans()) reasons.add(loan(loan));
        reasons.add(verdict());
        return reasons;
    }

    private StandingReason loan(OpenLoan loan) {
        Text of = of(loan);
        String owedZh = measure.zh(loan.owed());
        String repaidZh = measure.zh(loan.repaid());
        Text text =
                new Text(
                        loan.schoolYear()
                                + (" 学年" + of.zh() + "的借用应还 " + owedZh + ",已还 " + repaidZh)
                                + ";还清之前,周期不能审定为合格。",
                        "Of the loan for school year "
                                + (loan.schoolYear() + of.en() + ", " + measure.en(loan.owed()))
                                + (" are owed and " + measure.en(loan.repaid()) + " repaid;")
                                + " until all is repaid, the cycle cannot qualify.");
        String key = String.valueOf(loan.schoolYear());
        return new StandingReason(
                Topic.LOAN,
                loan.line() == null ? key : key + "/" + loan.line(),
                lendingParagraph(),
                text,
                loan.owed().toString());
    }

    private Text of(OpenLoan loan) {
        for (RequirementLine line : policy.lines()) {
            if (!line.key().equals(loan.line())) continue;
            return new Text(quotedZh(line.title()), " of " + quotedEn(line.title()));
        }
        return new Text("", "");
    }

    private String lendingParagraph() {
        LoanRule lending = policy.terms().requirements().loans();
        return lending == null ? totalParagraph() : lending.paragraph();
    }

    private String totalParagraph() {
        return policy.lines().getFirst().paragraph();
    }

    private StandingReason verdict() {
        Text said = said();
        Text text =
                new Text(
                        "截至 "
                                + standing.asOf()
                                + ","
                                + standing.cycle()
                                + " 学年起的周期"
                                + said.zh()
                                + "。",
                        "As of "
                                + (standing.asOf() + ", the cycle from school year ")
                                + (standing.cycle() + " " + said.en() + "."));
        return new StandingReason(
                Topic.VERDICT,
                standing.verdict().name(),
                standing.verdict() == Standing.Verdict.BLOCKED
                        ? lendingParagraph()
                        : totalParagraph(),
                text,
                standing.recognised().toString());
    }

    private Text said() {
        return switch (standing.verdict()) {
            case QUALIFIED ->
                    new Text(
                            "合格:各项要求均已达到,没有未还清的借用",
                            "qualifies: every requirement is met and no loan is open");
            case NOT_YET ->
                    new Text(
                            "尚未合格:" + lackingZh() + ";周期还没有结束",
                            "does not qualify yet: " + lackingEn() + "; it has not ended");
            case BLOCKED ->
                    new Text(
                            "暂不能审定为合格:各项要求均已达到,但借用的" + measure.unit().zh() + "没有还清",
                            "is blocked: every requirement is met, but a loan is not repaid");
            case UNQUALIFIED ->
                    new Text(
                            "已经结束," + lackingZh() + ":周期继续教育不合格",
                            "has ended and is unqualified: " + lackingEn());
            case NOT_REGISTERED ->
                    new Text(
                            "内没有登记的学年:转正或调入之前不作审定",
                            "has no registered school year: nothing is decided before the"
                                    + " confirmation or transfer");
            case LEFT ->
                    new Text(
                            "至教师 " + standing.leftOn() + " 离职为止,不作审定",
                            "is closed: the teacher left on " + standing.leftOn());
        };
    }

    /// Of a whole cycle: a short year is a matter of that year.
    private List<LineStanding> lacking() {
        return standing.missing().stream().filter(line -> !line.line().isYearly()).toList();
    }

    private String lackingZh() {
        return lacking().stream()
                .map(line -> quotedZh(line.line().title()) + "还差 " + measure.zh(line.missing()))
                .collect(Collectors.joining("、"));
    }

    private String lackingEn() {
        return lacking().stream()
                .map(line -> quotedEn(line.line().title()) + " lacks " + measure.en(line.missing()))
                .collect(Collectors.joining(", "));
    }
}
