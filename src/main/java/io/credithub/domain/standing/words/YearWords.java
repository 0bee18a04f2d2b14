package io.credithub.domain.standing.words;

import static io.credithub.domain.standing.words.Measure.quotedEn;
import static io.credithub.domain.standing.words.Measure.quotedZh;

import io.credithub.domain.Credits;
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
                key + " 学年在转正或调入之前,不登记" + measure.unit().zh() + "。",
                "School year "
                        + key
                        + " lies before the confirmation or transfer and is not registered.",
                year.recognised());
        if (year.earned().hundredths() == 0) return;
        add(
                yearParagraph(),
                key + " 学年所得 " + measure.zh(year.earned()) + "不计入。",
                "The " + measure.en(year.earned()) + " earned in " + key + " do not count.",
                year.earned());
    }

    private void left(YearStanding year) {
        add(
                yearParagraph(),
                key + " 学年结束前教师已离职,不作要求。",
                "The teacher left before school year " + key + " was over: it asks nothing.",
                year.minimum());
        if (year.earned().hundredths() == 0) return;
        add(
                yearParagraph(),
                key + " 学年所得 " + measure.zh(year.earned()) + ",照记。",
                "The " + measure.en(year.earned()) + " earned in " + key + " are kept.",
                year.earned());
        cuts(year);
        repaid(year);
    }

    private void notBegun(YearStanding year) {
        boolean asks = year.minimum().hundredths() > 0;
        add(
                yearParagraph(),
                key + " 学年尚未开始" + (asks ? ",要求至少 " + measure.zh(year.minimum()) : "") + "。",
                "School year "
                        + (key + " has not begun")
                        + (asks ? " and asks at least " + measure.en(year.minimum()) : "")
                        + ".",
                year.minimum());
        carriedIn(year);
        exempted(year);
    }

    private void begun(YearStanding year) {
        add(
                yearParagraph(),
                key + " 学年所得 " + measure.zh(year.earned()) + "。",
                "School year " + key + " earned " + measure.en(year.earned()) + ".",
                year.earned());
        cuts(year);
        carriedIn(year);
        repaid(year);
        exempted(year);
        borrowed(year);
        for (YearFloor floor : year.floors()) floor(floor);
        DecidedYearStanding decided = year.decided();
        if (decided != null) decided(decided);
        Text outcome = outcomes.of(year);
        add(yearParagraph(), outcome.zh(), outcome.en(), year.missing());
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
                            new Text(
                                    "其中 "
                                            + (measure.zh(cut.credits()) + "超过")
                                            + (quotedZh(line.title()) + "的上限,不予认定。"),
                                    measure.en(cut.credits())
                                            + " of these are above the cap "
                                            + (quotedEn(line.title()) + " and do not count.")),
                            cut.credits().toString()));
        }
    }

    private void carriedIn(YearStanding year) {
        Credits carried = year.carriedIn();
        if (carried.hundredths() > 0) {
            add(
                    yearParagraph(),
                    "以前学年超出的 " + measure.zh(carried) + "转入 " + key + " 学年。",
                    measure.en(carried) + " above earlier minima are carried into " + key + ".",
                    carried);
        } else if (carried.hundredths() < 0) {
            add(
                    lendingParagraph(),
                    key + " 学年先扣 " + measure.zh(carried) + ",用于归还以前学年的借用。",
                    "School year "
                            + (key + " begins lower by " + measure.en(carried))
                            + ", which loans of years before have to be repaid with.",
                    carried);
        }
    }

    private void repaid(YearStanding year) {
        if (year.repaid().hundredths() == 0) return;
        add(
                lendingParagraph(),
                key + " 学年所得已归还借用 " + measure.zh(year.repaid()) + "。",
                "What " + key + " earned has repaid " + measure.en(year.repaid()) + " of it.",
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
                "经批准的减免使 " + key + " 学年少要求 " + measure.zh(year.exempted()) + "。",
                "Exemptions take " + measure.en(year.exempted()) + " off what " + key + " asks.",
                year.exempted());
    }

    private void borrowed(YearStanding year) {
        if (year.borrowed().hundredths() == 0) return;
        add(
                lendingParagraph(),
                key + " 学年借用 " + measure.zh(year.borrowed()) + "补足。",
                measure.en(year.borrowed()) + " are borrowed for " + key + ".",
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
        boolean isMore = decided.difference().hundredths() > 0;
        String recognisedZh = measure.zh(decided.recognised());
        String differsZh = (isMore ? "多 " : "少 ") + measure.zh(decided.difference());
        String differsEn = measure.en(decided.difference()) + (isMore ? " more" : " less");
        boolean differs = decided.difference().hundredths() != 0;
        add(
                yearParagraph(),
                "主管部门已审定 "
                        + (key + " 学年认定 " + recognisedZh)
                        + (differs ? ";按现有记录会" + differsZh + ",只列示,不改动" : "")
                        + "。",
                "An authority decided that "
                        + (measure.en(decided.recognised()) + " of " + key + " are recognised")
                        + (differs
                                ? "; today's records would give "
                                        + differsEn
                                        + ", which changes nothing"
                                : "")
                        + ".",
                decided.recognised());
    }

    private void carriedOut(YearStanding year) {
        Credits carried = year.carriedOut();
        if (carried.hundredths() <= 0 || year.schoolYear() == lastYear) return;
        add(
                yearParagraph(),
                "超出的 " + measure.zh(carried) + "转入下一学年。",
                measure.en(carried) + " above the minimum are carried on to the next year.",
                carried);
    }

    private void add(String paragraph, String zh, String en, Credits value) {
        reasons.add(
                new StandingReason(
                        Topic.SCHOOL_YEAR, key, paragraph, new Text(zh, en), value.toString()));
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
