package io.credithub.store;

import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.Ruling;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.store.LawDecisions.LawDecision;
import java.util.ArrayList;
import java.util.List;

/// One training as two systems tell of it, and what cannot be true: of two teachers, one of whom is
/// known late. About some of it people decide.
final class MatchedRecords {
    private final List<String> vendor = new ArrayList<>();
    private final List<String> province = new ArrayList<>();

    MatchedRecords(RosterTeacher known, RosterTeacher late) {
        of("K", known.teacherNo());
        of("L", late.teacherNo());
        // It was another time: the two places are no contradiction any more.
        csv("L-f", 2, late.teacherNo(), "骨干班,省培,集中,30,合格,2023-06-05,正常,2023-06-01,甲大学,");
        // The copy that counts is withdrawn, and what stood aside for it counts.
        province.add("K-n,2,,,,,,,,,,,撤销,,,");
    }

    List<String> vendor() {
        return vendor;
    }

    List<String> province() {
        return province;
    }

    private void of(String mark, String who) {
        copies(mark, who);
        alone(mark, who);
        atOneTime(mark, who);
    }

    /// Another level and day, a session in the name, one code, all equal within one feed.
    private void copies(String mark, String who) {
        json(mark + "-a", who, "研修甲 NATIONAL 30 2023-05-10");
        csv(mark + "-b", 1, who, "研修甲,省培,集中,30,合格,2023-05-11,正常,,,");
        json(mark + "-c", who, "研修甲(第2期) PROVINCE 29 2023-05-12");
        json(mark + "-d", who, "研修丁 PROVINCE 8 2023-05-20");
        json(mark + "-e", who, "研修丁 PROVINCE 8 2023-05-20");
        json(mark + "-s", who, "研修丁 PROVINCE 9 2023-05-20");
        json(mark + "-x", who, "研修庚 PROVINCE 8 2023-05-21");
        json(mark + "-y", who, "研修庚 PROVINCE 8 2023-05-21");
        json(mark + "-m", who, "研修戊 PROVINCE 20 2023-07-01", "code=C-1");
        csv(mark + "-n", 1, who, "研修戊,省培,集中,20,合格,2023-07-05,正常,,,C-1");
        json(mark + "-o", who, "研修己 PROVINCE 12 2023-07-09");
        csv(mark + "-p", 1, who, "研修己,省培,集中,14,合格,2023-07-09,正常,,,");
    }

    /// What a feed may not report, or nobody can have done.
    private void alone(String mark, String who) {
        json(mark + "-u", who, "讲座一 COUNTY 4 2023-04-01", "role=LECTURER");
        json(mark + "-v", who, "讲座二 COUNTY 4 2023-04-02", "role=LECTURER");
        json(mark + "-w", who, "讲座三 COUNTY 4 2023-04-03", "role=LECTURER");
        json(mark + "-i", who, "强化班 PROVINCE 30 2023-06-21", "startedOn=2023-06-20");
    }

    /// Two places, a copy of one of them, and a day that is too long.
    private void atOneTime(String mark, String who) {
        csv(mark + "-f", 1, who, "骨干班,省培,集中,30,合格,2023-05-05,正常,2023-05-01,甲大学,");
        json(
                mark + "-g",
                who,
                "管理班 PROVINCE 40 2023-05-08",
                "startedOn=2023-05-03",
                "organiser=乙学院");
        json(mark + "-h", who, "骨干班 PROVINCE 30 2023-05-05");
        csv(mark + "-q", 1, who, "管理班,省培,集中,44,合格,2023-05-09,正常,2023-05-03,丙研究院,");
        json(mark + "-j", who, "上午班 PROVINCE 8 2023-06-25", "startedOn=2023-06-25");
        csv(mark + "-k", 1, who, "下午班,省培,集中,8,合格,2023-06-25,正常,2023-06-25,,");
    }

    /// @param training name, level, hours and day
    /// @param more fields as `name=value`
    private void json(String id, String who, String training, String... more) {
        String[] parts = training.split(" ");
        StringBuilder program = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        for (String field : more) {
            String[] one = field.split("=");
            boolean isProgram = one[0].equals("code") || one[0].equals("organiser");
            (isProgram ? program : rest).append(",\"%s\":\"%s\"".formatted(one[0], one[1]));
        }
        vendor.add(
                """
                {"recordId":"%s","revision":1,"teacher":{"teacherNo":"%s","name":"王䶮"},\
                "program":{"name":"%s"%s},"level":"%s","form":"CENTRALISED","hours":%s,\
                "grade":"PASS","completedOn":"%s"%s}\
                """
                        .formatted(id, who, parts[0], program, parts[1], parts[2], parts[3], rest));
    }

    private void csv(String id, int revision, String who, String rest) {
        province.add(id + "," + revision + "," + who + ",,,王䶮," + rest);
    }

    /// Of the known one and of the late one otherwise, so that every decision is met.
    static List<LawDecision> decisions() {
        return List.of(
                same("vendor-push K-a", "province-platform K-b"),
                different("vendor-push K-c", "province-platform K-b"),
                different("vendor-push L-a", "province-platform L-b"),
                different("vendor-push K-d", "vendor-push K-e"),
                same("vendor-push L-d", "vendor-push L-e"),
                same("vendor-push K-u", "vendor-push L-s"),
                same("vendor-push L-g", "province-platform L-q"),
                LawDecision.of("vendor-push K-u", Ruling.RELEASED),
                LawDecision.of("vendor-push K-v", Ruling.REFUSED),
                LawDecision.of("vendor-push L-u", Ruling.REFUSED),
                LawDecision.of("vendor-push K-i", Ruling.RELEASED),
                LawDecision.of("vendor-push L-j", Ruling.RELEASED),
                LawDecision.adjusting("vendor-push K-x", 100),
                LawDecision.adjusting("vendor-push L-x", 0),
                LawDecision.adjusting("province-platform L-n", 150));
    }

    private static LawDecision same(String one, String other) {
        return LawDecision.pair(one, other, PairVerdict.SAME);
    }

    private static LawDecision different(String one, String other) {
        return LawDecision.pair(one, other, PairVerdict.DIFFERENT);
    }
}
