package io.credithub.domain.standing.words;

import io.credithub.domain.Hundredths;
import io.credithub.domain.Text;
import io.credithub.domain.standing.Probation;
import io.credithub.domain.standing.words.StandingReason.Topic;

/// The sentence on a new teacher's first year: which days count, what is there, what is asked, and
/// what follows.
final class ProbationWords {
    private ProbationWords() {}

    static StandingReason of(Probation probation) {
        Text there = there(probation);
        Text end = end(probation);
        return new StandingReason(
                Topic.PROBATION,
                probation.state().name(),
                probation.required().paragraph(),
                new Text(there.zh() + end.zh() + "。", there.en() + end.en() + "."),
                Hundredths.text(probation.hourHundredths()));
    }

    private static Text there(Probation probation) {
        Probation.Period period = probation.period();
        return new Text(
                "新任教师第一学年(%s 至 %s)试用期培训 %s 学时,要求至少 %s;其中集中 %s,要求至少 %s;校本与网络 %s,要求至少 %s:"
                        .formatted(
                                period.from(),
                                period.until(),
                                text(probation.hourHundredths()),
                                text(probation.required().hourHundredths()),
                                text(probation.centralised()),
                                text(probation.required().centralised()),
                                text(probation.schoolOrOnline()),
                                text(probation.required().schoolOrOnline())),
                ("The new teacher's first year (%s to %s) has %s training hours of at least %s;"
                                + " of these %s of at least %s centralised, and %s of at least %s"
                                + " school-based or online: ")
                        .formatted(
                                period.from(),
                                period.until(),
                                text(probation.hourHundredths()),
                                text(probation.required().hourHundredths()),
                                text(probation.centralised()),
                                text(probation.required().centralised()),
                                text(probation.schoolOrOnline()),
                                text(probation.required().schoolOrOnline())));
    }

    private static Text end(Probation probation) {
        return switch (probation.state()) {
            case MET -> new Text("已达到", "it is met");
            case RUNNING ->
                    new Text(
                            "尚未达到,达到之前不能转正;转正所在学年起登记学分",
                            "not met yet, and until it is there is no confirmation; credits are"
                                    + " registered from the year of confirmation on");
            case SHORT ->
                    new Text(
                            "已转正,而本系统所知的学时不足,请核对",
                            "the teacher was confirmed, though the hours known here are short:"
                                    + " to be checked");
        };
    }

    private static String text(int hundredths) {
        return Hundredths.text(hundredths);
    }
}
