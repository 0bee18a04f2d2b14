package io.credithub.domain.standing.words;

import io.credithub.domain.Article;
import io.credithub.domain.MessageBundle;
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

/// Writes down why a standing is what it is: each school year, each requirement, open loans, and
/// the verdict. Reads every figure from the standing and reckons nothing, so that no sentence can
/// differ from it.
@Article({"二(四)", "四(五)"})
public final class StandingWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(StandingWords.class);

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
        String key = String.valueOf(loan.schoolYear());
        return new StandingReason(
                Topic.LOAN,
                loan.line() == null ? key : key + "/" + loan.line(),
                lendingParagraph(),
                sentence(loan),
                loan.owed().toString());
    }

    private Text sentence(OpenLoan loan) {
        int year = loan.schoolYear();
        Text owed = measure.of(loan.owed());
        Text repaid = measure.of(loan.repaid());
        for (RequirementLine line : policy.lines()) {
            if (!line.key().equals(loan.line())) continue;
            return MESSAGES.text("loan.of-line", year, owed, repaid, line.title());
        }
        return MESSAGES.text("loan", year, owed, repaid);
    }

    private String lendingParagraph() {
        LoanRule lending = policy.terms().requirements().loans();
        return lending == null ? totalParagraph() : lending.paragraph();
    }

    private String totalParagraph() {
        return policy.lines().getFirst().paragraph();
    }

    private StandingReason verdict() {
        return new StandingReason(
                Topic.VERDICT,
                standing.verdict().name(),
                standing.verdict() == Standing.Verdict.BLOCKED
                        ? lendingParagraph()
                        : totalParagraph(),
                MESSAGES.text("verdict", standing.asOf(), standing.cycle(), said()),
                standing.recognised().toString());
    }

    private Text said() {
        return switch (standing.verdict()) {
            case QUALIFIED -> MESSAGES.text("verdict.qualified");
            case NOT_YET -> MESSAGES.text("verdict.not-yet", lacking());
            case BLOCKED -> MESSAGES.text("verdict.blocked", measure.unit().text());
            case UNQUALIFIED -> MESSAGES.text("verdict.unqualified", lacking());
            case NOT_REGISTERED -> MESSAGES.text("verdict.not-registered");
            case LEFT -> MESSAGES.text("verdict.left", String.valueOf(standing.leftOn()));
        };
    }

    /// Of a whole cycle: a short year is a matter of that year.
    private Text lacking() {
        return standing.missing().stream()
                .filter(line -> !line.line().isYearly())
                .map(line ->
                        MESSAGES.text("lacks", line.line().title(), measure.of(line.missing())))
                .reduce((one, more) -> MESSAGES.text("list", one, more))
                .orElse(Text.EMPTY);
    }
}
