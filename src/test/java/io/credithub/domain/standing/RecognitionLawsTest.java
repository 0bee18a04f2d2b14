package io.credithub.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Policy;
import io.credithub.fixtures.Requiring;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds whatever a policy asks: policies and awards are made up at random.
final class RecognitionLawsTest {
    private static final int CYCLE = 2022;
    private static final int POLICIES = 120;
    private static final int ROUNDS = 25;
    private static final LocalDate AFTER = LocalDate.of(2027, 9, 1);
    private static final List<Form> FORMS =
            List.of(Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED, Form.SELF_DIRECTED);

    /// One policy, awards, and how the law is called when it breaks.
    private interface Law {
        void holds(Policy policy, List<Earned> entries, String as);
    }

    private final Random random = new Random(20_260_228);

    @Test
    void capsNeverRaiseAndSayWhatTheyCut() {
        always((policy, entries, as) -> {
            Standing standing = standing(policy, entries);
            Credits cut = Credits.ZERO;
            for (YearStanding year : standing.years()) {
                assertThat(year.recognised()).as(as).isLessThanOrEqualTo(year.earned());
                Credits inYear = year.recognised();
                for (Cut one : year.cuts()) inYear = inYear.plus(one.credits());
                assertThat(inYear).as(as).isEqualTo(year.earned());
            }
            for (LineStanding line : standing.lines()) {
                assertThat(line.counted()).as(as).isLessThanOrEqualTo(line.earned());
                if (line.line().isCap()) cut = cut.plus(line.cut());
            }
            assertThat(cut).as(as).isEqualTo(standing.cutByCaps());
        });
    }

    @Test
    void everyCapKeepsWithinItsLimit() {
        always((policy, entries, as) -> {
            for (LineStanding line : standing(policy, entries).lines()) {
                if (!line.line().isCap()) continue;
                long most = line.required().hundredths() * (line.line().isYearly() ? 5 : 1);
                assertThat(line.counted().hundredths()).as(as).isLessThanOrEqualTo(most);
            }
        });
    }

    @Test
    void anAwardMoreNeverLowersAnything() {
        always((policy, entries, as) -> {
            Standing more = standing(policy, entries);
            Standing fewer = standing(policy, entries.subList(0, entries.size() - 1));
            for (int line = 0; line < more.lines().size(); line++) {
                if (more.lines().get(line).line().isCap()) continue;
                assertThat(more.lines().get(line).recognised())
                        .as(as + more.lines().get(line).line().key())
                        .isGreaterThanOrEqualTo(fewer.lines().get(line).recognised());
            }
        });
    }

    @Test
    void neitherOrderNorSplittingMatters() {
        always((policy, entries, as) -> {
            List<Earned> again = new ArrayList<>();
            for (Earned entry : entries) {
                long one = random.nextLong(entry.credits().hundredths() + 1);
                again.add(worth(entry, one));
                again.add(worth(entry, entry.credits().hundredths() - one));
            }
            Collections.shuffle(again, random);
            assertThat(standing(policy, again)).as(as).isEqualTo(standing(policy, entries));
        });
    }

    @Test
    void whatIsCompletedLaterChangesNoEarlierDay() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        always((policy, entries, as) -> {
            List<Earned> until =
                    entries.stream()
                            .filter(entry -> !entry.facts().completedOn().isAfter(day))
                            .toList();
            assertThat(Standing.of(policy, new Entries(CYCLE, entries), TeacherFacts.SETTLED, day))
                    .as(as)
                    .isEqualTo(
                            Standing.of(
                                    policy, new Entries(CYCLE, until), TeacherFacts.SETTLED, day));
        });
    }

    @Test
    void nestedCapsCutAtLeastAsMuchAsEachAlone() {
        always((policy, entries, as) -> {
            Credits all = standing(policy, entries).cutByCaps();
            for (var line : policy.lines()) {
                if (!line.isCap()) continue;
                long[] years = new long[5];
                Tally tally = Tally.of(policy, new Entries(CYCLE, entries), AFTER);
                int number = policy.lines().indexOf(line);
                for (int year = 0; year < 5; year++) years[year] = tally.at(number, year);
                assertThat(all.hundredths())
                        .as(as + line.key())
                        .isGreaterThanOrEqualTo(
                                alone(years, line.threshold().hundredths(), line.isYearly()));
            }
        });
    }

    @Test
    void theFloorsOfAGroupCountNoMoreThanThereIs() {
        always((policy, entries, as) -> {
            Standing standing = standing(policy, entries);
            Credits sum = Credits.ZERO;
            for (LineStanding line : standing.lines()) {
                if ("g".equals(line.line().group())) sum = sum.plus(line.counted());
            }
            assertThat(sum).as(as).isLessThanOrEqualTo(standing.earned());
        });
    }

    @Test
    void singleAwardsAndTheirSumsStandTheSame() {
        always((policy, entries, as) -> {
            Tally tally = Tally.empty(policy, CYCLE);
            List<Earned> judged = new ArrayList<>();
            for (Earned entry : entries) {
                Facts facts = judgeable(entry.facts());
                Award award = ((Awarded) policy.judge(facts)).award();
                tally.add(award, 1);
                judged.add(new Earned(facts, award.credits(), null, "r"));
            }
            assertThat(standing(policy, judged))
                    .as(as)
                    .isEqualTo(Standing.of(policy, tally, TeacherFacts.SETTLED, AFTER));
        });
    }

    private void always(Law law) {
        for (int policy = 0; policy < POLICIES; policy++) {
            String text = requirements();
            Policy made = Requiring.policy(text);
            for (int round = 0; round < ROUNDS; round++) {
                List<Earned> entries = entries();
                law.holds(
                        made,
                        entries,
                        "policy %d, round %d of the seed: ".formatted(policy, round) + text);
            }
        }
    }

    private static long alone(long[] years, long limit, boolean yearly) {
        long cut = 0;
        long sum = 0;
        for (long year : years) {
            if (yearly) cut += Math.max(0, year - limit);
            sum += year;
        }
        return yearly ? cut : Math.max(0, sum - limit);
    }

    /// Caps by form, within each some by level, all perhaps within a year's most; floors of a
    /// group, floors within floors.
    private String requirements() {
        String most = random.nextBoolean() ? "most: " + (5 + random.nextInt(40)) + ", " : "";
        StringBuilder caps = new StringBuilder();
        for (Form form : FORMS) {
            if (random.nextInt(4) == 0) continue;
            String outer = "cap-" + form;
            caps.append(cap(outer, "forms: [" + form + "]", null));
            for (Level level : List.of(Level.NATIONAL, Level.CITY, Level.COUNTY)) {
                if (random.nextBoolean()) continue;
                String inner = outer + "-" + level;
                caps.append(cap(inner, "levels: [" + level + "]", outer));
                if (random.nextInt(3) == 0) caps.append(cap(inner + "-in", "credits: 3", inner));
            }
        }
        String floors =
                Requiring.item("f1", "forms: [ONLINE, CENTRALISED], group: g, credits: 9")
                        + Requiring.item("f2", "levels: [CITY, NATIONAL], group: g, credits: 9")
                        + Requiring.item("f3", "group: g, credits: 9")
                        + Requiring.item(
                                "f4", "within: f3, forms: [ONLINE, SELF_DIRECTED], credits: 9")
                        + Requiring.item("f5", "credits: 9, period: YEAR");
        return RequirementsTest.year(most + "minimum: 5")
                + Requiring.cycle(
                        100, "  floors:\n" + floors + (caps.isEmpty() ? "" : "  caps:\n" + caps));
    }

    private String cap(String key, String scope, @Nullable String outer) {
        String credits = scope.startsWith("credits") ? "" : ", credits: " + random.nextInt(30);
        String period = random.nextBoolean() ? ", period: YEAR" : "";
        String within = outer == null ? "" : ", within: " + outer;
        return Requiring.item(key, scope + credits + period + within);
    }

    private List<Earned> entries() {
        List<Earned> entries = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(16); i++) {
            Level level = Level.of(1 + random.nextInt(4));
            Form form = FORMS.get(random.nextInt(FORMS.size()));
            int year = CYCLE + random.nextInt(5);
            entries.add(Requiring.earned(year, level, form, 1 + random.nextInt(20) + ".5"));
        }
        return entries;
    }

    private Facts judgeable(Facts facts) {
        int hours = 100 * (1 + random.nextInt(60));
        Training.Part central = new Training.Part(Form.CENTRALISED, hours);
        Training.Part online = new Training.Part(Form.ONLINE, hours + 100);
        Training training =
                random.nextBoolean()
                        ? new Training.Course(Form.ONLINE, hours, Grade.GOOD, null)
                        : new Training.Blended(
                                List.of(central, online), 2 * hours + 100, Grade.GOOD, null);
        return new Facts(facts.level(), training, List.of(), facts.completedOn());
    }

    private static Earned worth(Earned entry, long hundredths) {
        return new Earned(entry.facts(), new Credits(hundredths), null, entry.recordId());
    }

    private static Standing standing(Policy policy, List<Earned> entries) {
        return Standing.of(policy, new Entries(CYCLE, entries), TeacherFacts.SETTLED, AFTER);
    }
}
