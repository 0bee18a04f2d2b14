package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.fakes.StoppingLock;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.reading.Content;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.RecomputeMatching.ProposedMatching;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.testing.ApartFromOthers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two stretches of teachers. The vendor reports of each a training of a school, and one that is
/// called like another system's and ends twelve days later, so it is held. Then the vendor may
/// report nothing of schools any more, and names alike are copies within one day only.
@ApartFromOthers
class MatchingChangeIT {
    private static final int TEACHERS = 270;
    private static final int STRETCH = 250;
    private static final String CSV_HEAD =
            "记录编号,版本,教师编号,证件类型,证件号码,姓名,项目名称,培训层次,培训形式,学时,考核等级,结业日期,状态,开始日期,举办单位,项目编号\n";

    @TempDir Path home;

    private final List<RosterTeacher> teachers = new ArrayList<>();

    MatchingChangeIT() {
        Random random = new Random(76);
        for (int i = 0; i < TEACHERS; i++) teachers.add(RosterTeacher.draw(random, "140105"));
    }

    @Test
    void whatWasToldIsWhatIsAppliedThoughAProcessDiesHalfWay() throws SQLException {
        MatchingTerms then = LawMatching.narrower(LawRooms.TERMS);
        try (LawRegistry registry = new LawRegistry(home, LawRooms.VERTX)) {
            LawMatching.begin(registry.pool(), LawRooms.TERMS.first());
            LawWay first = process(registry);
            first.take(roster(), deliveries());
            List<String> before = places(registry);
            int id = first.changes().tell(new ProposedMatching(then.file(), then.feeds()));
            Recomputation told = first.changes().found(id);
            assertThat(told.moves())
                    .extracting(kind ->
                            kind.before()
                                    + " "
                                    + kind.after()
                                    + " "
                                    + kind.hold()
                                    + " "
                                    + kind.records())
                    .containsExactly("IN_FORCE HELD LEVEL 270", "HELD IN_FORCE SUSPECTED_COPY 270");
            assertThat(places(registry)).isEqualTo(before);

            first.changes().decide(id);
            assertThatThrownBy(() -> first.changes().applyAndDie(id, 1))
                    .isInstanceOf(StoppingLock.Stopped.class);
            assertThat(changed(registry, before)).isEqualTo(2 * STRETCH);

            LawWay second = process(registry);
            second.changes().apply(id);
            assertThat(changed(registry, before)).isEqualTo(2 * TEACHERS);
            assertThat(second.changes().found(id).state()).isEqualTo(RecomputationState.APPLIED);
            assertThat(earned(registry))
                    .isEqualTo(told.counties().getFirst().earnedAfter().toString());
            assertThat(second.proof()).isEmpty();
            assertThat(registry.brokenBlock()).isNull();
        }
    }

    private static LawWay process(LawRegistry registry) {
        return new LawWay(registry, LawRooms.RULES, LawRooms.over(registry));
    }

    private String roster() {
        StringBuilder csv = new StringBuilder();
        for (RosterTeacher teacher : teachers) {
            String own = teacher.csv();
            csv.append(csv.isEmpty() ? own : own.substring(own.indexOf('\n') + 1));
        }
        return csv.toString();
    }

    private List<Delivery> deliveries() {
        StringBuilder vendor = new StringBuilder();
        StringBuilder province = new StringBuilder(CSV_HEAD);
        for (RosterTeacher teacher : teachers) {
            String no = teacher.teacherNo();
            vendor.append(json(no + "-s", no, "校本研修", "SCHOOL", "2023-04-01"));
            vendor.append(json(no + "-v", no, "信息技术第2期", "PROVINCE", "2023-05-22"));
            province.append(no + "-p,1," + no).append(",,,王䶮,信息技术,省培,网络,20,合格,2023-05-10,正常,,,\n");
        }
        return List.of(
                delivery("vendor-push", vendor.toString()),
                delivery("province-platform", province.toString()));
    }

    private static String json(String id, String who, String name, String level, String day) {
        return """
        {"recordId":"%s","teacher":{"teacherNo":"%s","name":"王䶮"},"program":{"name":"%s"},\
        "level":"%s","form":"ONLINE","hours":20,"grade":"PASS","completedOn":"%s"}
        """
                .formatted(id, who, name, level, day);
    }

    private static Delivery delivery(String feed, String text) {
        Content content = Content.of(text.getBytes(StandardCharsets.UTF_8));
        return new Delivery(feed, "change", content, null, Declared.NOTHING, null, null);
    }

    private static List<String> places(LawRegistry registry) throws SQLException {
        return registry.rows("select record_id, state, hold from completion order by 1");
    }

    private static int changed(LawRegistry registry, List<String> before) throws SQLException {
        List<String> now = places(registry);
        int changed = 0;
        for (int at = 0; at < now.size(); at++) if (!now.get(at).equals(before.get(at))) changed++;
        return changed;
    }

    private static String earned(LawRegistry registry) throws SQLException {
        String sum = "select trim(to_char(sum(earned) / 100.0, '999999990.00')) from standing";
        return registry.rows(sum).getFirst().replace("|", "");
    }
}
