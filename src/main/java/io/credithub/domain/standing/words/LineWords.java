package io.credithub.domain.standing.words;

import static io.credithub.domain.standing.words.Measure.quotedEn;
import static io.credithub.domain.standing.words.Measure.quotedZh;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.words.StandingReason.Topic;

/// A sentence for each requirement: what is there, what is asked and why so much, what is missing
/// and what would fill it.
final class LineWords {
    private final Policy policy;
    private final Standing standing;
    private final Measure measure;

    LineWords(Policy policy, Standing standing) {
        this.policy = policy;
        this.standing = standing;
        this.measure = Measure.of(policy);
    }

    /// Its value is what a cap takes, and what counts of any other line.
    StandingReason of(LineStanding line) {
        Text text =
                switch (line.state()) {
                    case WITHIN, CUTS -> cap(line);
                    case WAIVED -> waived(line);
                    case MET, MISSING -> asked(line);
                };
        Credits value = line.line().isCap() ? line.cut() : line.counted();
        return new StandingReason(
                Topic.REQUIREMENT,
                line.line().key(),
                line.line().paragraph(),
                new Text(
                        quotedZh(line.line().title()) + ":" + text.zh() + "。",
                        quotedEn(line.line().title()) + ": " + text.en() + "."),
                value.toString());
    }

    private Text cap(LineStanding line) {
        Credits most = line.required();
        boolean yearly = line.line().isYearly();
        String zh = (yearly ? "每学年最多认定 " : "周期内最多认定 ") + measure.zh(most);
        String en = "at most " + measure.en(most) + (yearly ? " a school year" : " in the cycle");
        String earnedZh = zh + ";所得 " + measure.zh(line.earned());
        String earnedEn = en + "; " + measure.en(line.earned()) + " were earned";
        if (line.state() == LineStanding.LineState.WITHIN) {
            return new Text(earnedZh + ",没有超过", earnedEn + ", which is within it");
        }
        return new Text(
                earnedZh + ",其中 " + measure.zh(line.cut()) + "超过上限,不予认定",
                earnedEn
                        + ", of which "
                        + measure.en(line.cut())
                        + " are above it and do not count");
    }

    private Text waived(LineStanding line) {
        return new Text(
                "因经批准的减免,不作要求;" + counted(line).zh(),
                "not asked for, by an exemption; " + counted(line).en());
    }

    private Text asked(LineStanding line) {
        Text required = line.line().isYearly() ? yearly(line) : ofCycle(line);
        String zh = required.zh() + ";" + counted(line).zh();
        String en = required.en() + "; " + counted(line).en();
        if (line.cut().hundredths() > 0) {
            zh += "(另有 " + measure.zh(line.cut()) + "超过上限,不计)";
            en += " (" + measure.en(line.cut()) + " more are above a cap and do not count)";
        }
        if (line.met()) return new Text(zh + ",已达到", en + ", so it is met");
        return new Text(
                zh + ",还差 " + measure.zh(line.missing()) + ",可以补足的有:" + line.line().filledBy().zh(),
                en
                        + ", so "
                        + measure.en(line.missing())
                        + " are missing, to be filled by "
                        + line.line().filledBy().en());
    }

    /// A theme is earned, whatever caps leave of it elsewhere; anything else is recognised.
    private Text counted(LineStanding line) {
        String zh = measure.zh(line.counted());
        String en = measure.en(line.counted());
        return line.recognised() == null
                ? new Text("已获 " + zh, en + " are earned")
                : new Text("已认定 " + zh, en + " are recognised");
    }

    private Text yearly(LineStanding line) {
        Credits each = line.line().threshold();
        return new Text(
                "每学年至少 " + (measure.zh(each) + ",已开始的学年共要求 ") + measure.zh(line.required()),
                "at least "
                        + (measure.en(each) + " a school year, ")
                        + (measure.en(line.required()) + " in the years that have begun"));
    }

    private Text ofCycle(LineStanding line) {
        String zh = "要求至少 " + measure.zh(line.required());
        String en = "at least " + measure.en(line.required()) + " are asked";
        Credits whole = line.line().threshold();
        if (line.required().equals(whole)) return new Text(zh, en);
        Text why = why(line.line());
        return new Text(
                zh + "(整个周期为 " + measure.zh(whole) + why.zh() + ")",
                en + " (" + measure.en(whole) + " in a whole cycle" + why.en() + ")");
    }

    /// Why it is less than in a whole cycle.
    private Text why(RequirementLine line) {
        String zh = "";
        String en = "";
        int registered = standing.registeredYears();
        int all = standing.years().size();
        if (registered < all) {
            zh = ",本人登记 " + registered + " 个学年,共 " + all + " 个学年";
            en = ", of whose " + all + " school years " + registered + " are registered";
        }
        if (line.kind() == RequirementLine.RequirementKind.TOTAL && isLetOff()) {
            zh += ",并减去经批准的减免";
            en += ", less what exemptions let off";
        }
        return new Text(zh, en);
    }

    private boolean isLetOff() {
        boolean mayBe =
                policy.terms().requirements().exemptions().stream()
                        .anyMatch(exemption -> exemption.credits().hundredths() > 0);
        return mayBe
                && standing.years().stream().anyMatch(year -> year.exempted().hundredths() > 0);
    }
}
