package io.credithub.domain.standing.words;

import static io.credithub.domain.standing.words.Measure.quotedEn;
import static io.credithub.domain.standing.words.Measure.quotedZh;

import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.YearFloor;
import io.credithub.domain.standing.YearStanding;
import io.credithub.domain.standing.YearStanding.YearResult;

/// What a school year comes to, and its yearly floors.
final class YearOutcomeWords {
    private final Policy policy;
    private final Measure measure;

    YearOutcomeWords(Policy policy) {
        this.policy = policy;
        this.measure = Measure.of(policy);
    }

    Text of(YearStanding year) {
        Text end = end(year);
        if (year.decided() != null) {
            return new Text(
                    year.schoolYear() + " 学年" + end.zh() + "。",
                    "School year " + year.schoolYear() + " " + end.en() + ".");
        }
        Text asked = asked(year);
        Text floors = floors(year);
        return new Text(
                year.schoolYear() + " 学年" + asked.zh() + floors.zh() + ":" + end.zh() + "。",
                "School year "
                        + (year.schoolYear() + " " + asked.en() + floors.en())
                        + (": it " + end.en() + "."));
    }

    private Text asked(YearStanding year) {
        if (year.minimum().hundredths() == 0) {
            return new Text("不要求最低" + measure.unit().zh(), "asks for no minimum");
        }
        String zh = "要求至少 " + measure.zh(year.minimum());
        String en = "asks at least " + measure.en(year.minimum());
        return year.missing().hundredths() == 0
                ? new Text(zh + ",已达到", en + ", which is met")
                : new Text(
                        zh + ",还差 " + measure.zh(year.missing()),
                        en + ", of which " + measure.en(year.missing()) + " are missing");
    }

    private Text floors(YearStanding year) {
        String zh = "";
        String en = "";
        for (YearFloor floor : year.floors()) {
            if (floor.met()) continue;
            Text title = title(floor);
            zh += "," + quotedZh(title) + "还差 " + measure.zh(floor.missing());
            en += "; " + quotedEn(title) + " lacks " + measure.en(floor.missing());
        }
        return new Text(zh, en);
    }

    private Text title(YearFloor floor) {
        for (RequirementLine line : policy.lines())
            if (line.key().equals(floor.line())) return line.title();
        throw new IllegalArgumentException("the policy has no line " + floor.line());
    }

    private static Text end(YearStanding year) {
        YearResult outcome = year.outcome();
        return switch (outcome) {
            case OPEN -> new Text("学年还没有结束", "has not ended");
            case QUALIFIED -> new Text("合格", "qualifies");
            case BORROWED ->
                    new Text("由借用补足,不作不合格处理", "is filled by a loan, so it is not unqualified");
            case UNQUALIFIED ->
                    year.decided() == null
                            ? new Text(
                                    "未借用补足,本学年继续教育不合格",
                                    "is unqualified, since nothing borrowed fills it")
                            : new Text("继续教育不合格", "is unqualified");
        };
    }

    /// A floor of the year.
    Text of(YearFloor floor, RequirementLine line) {
        if (floor.waived()) {
            return new Text(
                    quotedZh(line.title()) + "因经批准的减免,本学年不作要求。",
                    quotedEn(line.title()) + " is not asked for in this year, by an exemption.");
        }
        String zh =
                quotedZh(line.title())
                        + ("本学年要求至少 " + measure.zh(floor.required()))
                        + (",认定 " + measure.zh(floor.recognised()));
        String en =
                quotedEn(line.title())
                        + (" asks at least " + measure.en(floor.required()) + " in this year; ")
                        + (measure.en(floor.recognised()) + " are recognised");
        if (floor.carriedIn().hundredths() < 0) {
            zh += ",先扣归还以前学年借用的 " + measure.zh(floor.carriedIn());
            en += ", less " + measure.en(floor.carriedIn()) + " owed for loans of years before";
        }
        if (floor.borrowed().hundredths() > 0) {
            zh += ",借用 " + measure.zh(floor.borrowed());
            en += ", " + measure.en(floor.borrowed()) + " are borrowed";
        }
        return floor.met()
                ? new Text(zh + ",已达到。", en + ", so it is met.")
                : new Text(
                        zh + ",还差 " + measure.zh(floor.missing()) + "。",
                        en + ", so " + measure.en(floor.missing()) + " are missing.");
    }
}
