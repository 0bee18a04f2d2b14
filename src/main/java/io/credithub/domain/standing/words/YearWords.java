package io.credithub.domain.standing.words;

import io.credithub.domain.Credits;
import io.credithub.domain.MessageBundle;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.Exemption;
import io.credithub.domain.policy.terms.LoanRule;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.RequirementTerms;
import io.credithub.domain.standing.Cut;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearFloor;
import io.credithub.domain.standing.YearStanding;
import io.credithub.domain.standing.YearStanding.DecidedYearStanding;
import io.credithub.domain.standing.YearStanding.YearState;
import io.credithub.domain.standing.words.StandingReason.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The sentences for a school year, in the order in which its figures follow from each other: what
/// it earned, what caps took, what was carried, repaid, let off and borrowed, and what comes out.
final class YearWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(YearWords.class);

    private final RequirementTerms terms;
    private final YearOutcomeWords outcomes;
    private final Measure measure;
    private final int lastYear;
    private List<StandingReason> reasons = new ArrayList<>();
    private String key = "";

    YearWords(Policy policy, Standing standing) {
        this.terms = policy.terms().requirements();
        this.outcomes = new YearOutcomeWords(policy);
        this.measure = Measure.of(policy);
        this.lastYear = standing.years().getLast().schoolYear();
    }

    List<StandingReason> of(YearStanding year) {
        reasons = new ArrayList<>();
        key = String.valueOf(year.schoolYear());
        switch (year.state()) {
            case NOT_REGISTERED -> notRegistered(year);
            case NOT_BEGUN -> notBegun(year);
            case RUNNING, ENDED -> begun(year);
            case LEFT -> left(year);
        }
        return reasons;
    }

    private void notRegistered(YearStanding year) {
        add(
                yearParagraph(),
                MESSAGES.text("year.not-registered", key, measure.unit().text()),
                year.recognised());
        if (year.earned().hundredths() == 0) return;
        add(
                yearParagraph(),
                MESSAGES.text("year.not-registered.earned", key, measure.of(year.earned())),
                year.earned());
    }

    private void left(YearStanding year) {
        add(yearParagraph(), MESSAGES.text("year.left", key), year.minimum());
        if (year.earned().hundredths() == 0) return;
        add(
                yearParagraph(),
                MESSAGES.text("year.left.earned", key, measure.of(year.earned())),
                year.earned());
        cuts(year);
        repaid(year);
    }

    private void notBegun(YearStanding year) {
        Credits least = year.minimum();
        Text text =
                least.hundredths() > 0
                        ? MESSAGES.text("year.not-begun.asks", key, measure.of(least))
                        : MESSAGES.text("year.not-begun", key);
        add(yearParagraph(), text, least);
        carriedIn(year);
        exempted(year);
    }

    private void begun(YearStanding year) {
        add(
                yearParagraph(),
                MESSAGES.text("year.earned", key, measure.of(year.earned())),
                year.earned());
        cuts(year);
        carriedIn(year);
        repaid(year);
        exempted(year);
        borrowed(year);
        for (YearFloor floor : year.floors()) floor(floor);
        DecidedYearStanding decided = year.decided();
        if (decided != null) decided(decided);
        add(yearParagraph(), outcomes.of(year), year.missing());
        if (year.state() == YearState.ENDED) carriedOut(year);
    }

    private void cuts(YearStanding year) {
        for (Cut cut : year.cuts()) {
            RequirementLine line = line(cut.line());
            reasons.add(
                    new StandingReason(
                            Topic.SCHOOL_YEAR,
                            key + "/" + cut.line(),
                            line.paragraph(),
                            MESSAGES.text("year.cut", measure.of(cut.credits()), line.title()),
                            cut.credits().toString()));
        }
    }

    private void carriedIn(YearStanding year) {
        Credits carried = year.carriedIn();
        Text amount = measure.of(carried);
        if (carried.hundredths() > 0) {
            add(yearParagraph(), MESSAGES.text("year.carried-in", key, amount), carried);
        } else if (carried.hundredths() < 0) {
            add(lendingParagraph(), MESSAGES.text("year.owed", key, amount), carried);
        }
    }

    private void repaid(YearStanding year) {
        if (year.repaid().hundredths() == 0) return;
        add(
                lendingParagraph(),
                MESSAGES.text("year.repaid", key, measure.of(year.repaid())),
                year.repaid());
    }

    private void exempted(YearStanding year) {
        if (year.exempted().hundredths() == 0) return;
        String paragraphs =
                terms.exemptions().stream()
                        .map(Exemption::paragraph)
                        .distinct()
                        .collect(Collectors.joining("、"));
        add(
                paragraphs,
                MESSAGES.text("year.exempted", key, measure.of(year.exempted())),
                year.exempted());
    }

    private void borrowed(YearStanding year) {
        if (year.borrowed().hundredths() == 0) return;
        add(
                lendingParagraph(),
                MESSAGES.text("year.borrowed", key, measure.of(year.borrowed())),
                year.borrowed());
    }

    private void floor(YearFloor floor) {
        RequirementLine line = line(floor.line());
        Text text = outcomes.of(floor, line);
        reasons.add(
                new StandingReason(
                        Topic.SCHOOL_YEAR,
                        key + "/" + floor.line(),
                        line.paragraph(),
                        text,
                        floor.recognised().toString()));
    }

    private void decided(DecidedYearStanding decided) {
        Text recognised = measure.of(decided.recognised());
        Text differs = measure.of(decided.difference());
        long difference = decided.difference().hundredths();
        Text text =
                difference == 0
                        ? MESSAGES.text("year.decided", key, recognised)
                        : difference > 0
                                ? MESSAGES.text("year.decided.more", key, recognised, differs)
                                : MESSAGES.text("year.decided.less", key, recognised, differs);
        add(yearParagraph(), text, decided.recognised());
    }

    private void carriedOut(YearStanding year) {
        Credits carried = year.carriedOut();
        if (carried.hundredths() <= 0 || year.schoolYear() == lastYear) return;
        add(yearParagraph(), MESSAGES.text("year.carried-out", measure.of(carried)), carried);
    }

    private void add(String paragraph, Text text, Credits value) {
        reasons.add(new StandingReason(Topic.SCHOOL_YEAR, key, paragraph, text, value.toString()));
    }

    private RequirementLine line(String lineKey) {
        for (RequirementLine line : terms.lines()) if (line.key().equals(lineKey)) return line;
        throw new IllegalArgumentException("the policy has no line " + lineKey);
    }

    private String yearParagraph() {
        return terms.year().paragraph();
    }

    private String lendingParagraph() {
        LoanRule lending = terms.loans();
        return lending == null ? yearParagraph() : lending.paragraph();
    }
}
