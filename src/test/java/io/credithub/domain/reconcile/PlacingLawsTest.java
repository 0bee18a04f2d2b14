package io.credithub.domain.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.MatchRule.MatchKind;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.reconcile.Placing.Placed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A thousand teachers with a few records each, drawn so that they meet in every way.
class PlacingLawsTest {
    private static final int TEACHERS = 1_000;
    private static final String[] NAMES = {"骨干教师培训", "骨干教师培训第2期", "骨干教师培训(语文)", "班主任培训"};
    private static final String[] FEEDS = {"national", "vendor", "county"};
    private static final @Nullable String[] CODES = {null, null, "NP-1", "NP-2", "X-1"};
    private static final @Nullable String[] BODIES = {null, "山西大学", "太原师范学院"};
    private static final MatchingRules RULES =
            new MatchingRules(31, 15, 20, List.of("NP-"), 1200, 31, 100, BreakRules.DEFAULT);
    private static final ProgrammeRegister REGISTER =
            ListedRegister.of(ListedRegister.entry(1, "NP-1", "骨干教师培训第2期"));
    private static final Placing PLACING =
            new Placing(
                    REGISTER,
                    RULES,
                    (feed, level) -> Math.floorMod(feed.hashCode() + level.code(), 2),
                    _ -> Authority.ANY);

    @Test
    void anyOrderGivesTheSame() {
        forEachTeacher((random, teacher) -> {
            List<MatchCandidate> shuffled = new ArrayList<>(teacher.records);
            Collections.shuffle(shuffled, random);
            assertThat(PLACING.placeAll(shuffled, teacher.decisions)).isEqualTo(teacher.all());
        });
    }

    @Test
    void familiesPlacedByThemselvesAreAsInTheWholeWhereNothingIsImpossible() {
        forEachTeacher((_, teacher) -> {
            Map<MatchCandidate, Placed> whole = teacher.all();
            boolean isCrossed =
                    whole.values().stream()
                            .anyMatch(placed ->
                                    placed.rule() == MatchRule.DECIDED_SAME
                                            || (placed.rule() != null
                                                    && placed.rule().kind()
                                                            == MatchKind.IMPOSSIBLE));
            if (isCrossed) return;
            Map<Integer, List<MatchCandidate>> families = new HashMap<>();
            for (MatchCandidate record : teacher.records)
                families.computeIfAbsent(record.family(), _ -> new ArrayList<>()).add(record);
            Map<MatchCandidate, Placed> parts = new HashMap<>();
            families.values()
                    .forEach(some -> parts.putAll(PLACING.placeFamily(some, teacher.decisions)));
            assertThat(parts).isEqualTo(whole);
        });
    }

    /// By which contents are posted without a question though their family is known. Nobody has
    /// decided about a record that nobody had seen.
    @Test
    void whatIsOutOfReachIsPlacedAsIfItWereAlone() {
        forEachTeacher((random, teacher) -> {
            List<MatchCandidate> records = new ArrayList<>();
            for (MatchCandidate record : teacher.records) records.add(years(record, random));
            List<MatchCandidate> news = new ArrayList<>(List.of(oneOf(random, records)));
            List<MatchCandidate> others = new ArrayList<>(records);
            others.removeAll(news);
            for (int i = 0; i < news.size(); i++) {
                MatchCandidate one = news.get(i);
                for (MatchCandidate near : List.copyOf(others)) {
                    if (isSought(one, near)) {
                        others.remove(near);
                        news.add(near);
                    }
                }
            }
            Map<Pair, PairVerdict> decided = new HashMap<>(teacher.decisions.byPair());
            for (MatchCandidate one : news) {
                decided.keySet()
                        .removeIf(pair ->
                                pair.first().equals(one.key()) || pair.second().equals(one.key()));
            }
            PairDecisions decisions = new PairDecisions(decided);
            Map<MatchCandidate, Placed> parts =
                    new HashMap<>(PLACING.placeFamily(news, PairDecisions.NONE));
            parts.putAll(PLACING.placeFamily(others, decisions));
            assertThat(parts).isEqualTo(PLACING.placeFamily(records, decisions));
        });
    }

    /// As the posting seeks what a new record may meet.
    private static boolean isSought(MatchCandidate news, MatchCandidate known) {
        LocalDate day = news.facts().completedOn();
        boolean isInReach =
                !news.feed().equals(known.feed())
                        || day.equals(known.facts().completedOn())
                        || REGISTER.find(news.title(), day) != null;
        return isInReach
                && news.family() == known.family()
                && news.period().isNear(known.period(), RULES.reach());
    }

    /// The same in this year, the next or the one after.
    private static MatchCandidate years(MatchCandidate record, Random random) {
        int later = random.nextInt(3);
        Facts facts = record.facts();
        LocalDate started = record.startedOn();
        return new MatchCandidate(
                record.key(),
                record.feed(),
                record.recordId(),
                record.family(),
                record.title(),
                new Facts(
                        facts.level(),
                        facts.training(),
                        facts.role(),
                        facts.themes(),
                        facts.completedOn().plusYears(later)),
                started == null ? null : started.plusYears(later),
                record.isRoleRuled(),
                record.isCrowded(),
                record.evidence(),
                record.credits(),
                record.ruling());
    }

    @Test
    void whatIsSetApartNamesAPeerThatCountsAndThatTheRuleMatches() {
        forEachTeacher((_, teacher) -> {
            Map<MatchCandidate, Placed> whole = teacher.all();
            whole.forEach((record, placed) -> {
                MatchCandidate peer = placed.peer();
                if (peer == null) return;
                assertThat(requireNonNull(whole.get(peer)).state())
                        .isEqualTo(VersionState.IN_FORCE);
                Placed alone =
                        requireNonNull(
                                PLACING.placeAll(List.of(record, peer), teacher.decisions)
                                        .get(record));
                // A day's sum may need a third; all others hold between the two.
                if (placed.rule() != MatchRule.HOURS_A_DAY
                        && placed.rule() != MatchRule.DECIDED_SAME)
                    assertThat(alone).isEqualTo(placed);
            });
        });
    }

    @Test
    void whatDoesNotCountMayGoWithoutATrace() {
        forEachTeacher((random, teacher) -> {
            Map<MatchCandidate, Placed> whole = teacher.all();
            List<MatchCandidate> fewer = new ArrayList<>(teacher.records);
            fewer.removeIf(record ->
                    requireNonNull(whole.get(record)).state() != VersionState.IN_FORCE
                            && random.nextBoolean());
            Map<MatchCandidate, Placed> expected = new HashMap<>(whole);
            expected.keySet().retainAll(fewer);
            assertThat(PLACING.placeAll(fewer, teacher.decisions)).isEqualTo(expected);
        });
    }

    @Test
    void toCallTwoRecordsDifferentNeverTakesCreditFromEither() {
        forEachTeacher((random, teacher) -> {
            MatchCandidate one = oneOf(random, teacher.records);
            MatchCandidate other = oneOf(random, teacher.records);
            if (one.equals(other)) return;
            Map<MatchCandidate, Placed> before = teacher.all();
            Map<MatchCandidate, Placed> after =
                    teacher.with(Pair.of(one.key(), other.key()), PairVerdict.DIFFERENT).all();
            for (MatchCandidate record : List.of(one, other)) {
                Placed was = requireNonNull(before.get(record));
                if (was.state() == VersionState.IN_FORCE)
                    assertThat(requireNonNull(after.get(record)).state())
                            .isEqualTo(VersionState.IN_FORCE);
            }
        });
    }

    @Test
    void ofConfirmedCopiesOneCountsAtMost() {
        forEachTeacher((_, teacher) -> {
            Map<MatchCandidate, Placed> whole = teacher.all();
            List<MatchCandidate> counting = new ArrayList<>();
            whole.forEach((record, placed) -> {
                if (placed.state() == VersionState.IN_FORCE) counting.add(record);
            });
            for (MatchCandidate one : counting) {
                for (MatchCandidate other : counting) {
                    if (one.equals(other)) continue;
                    assertThat(PLACING.placeFamily(List.of(one, other), teacher.decisions).values())
                            .allMatch(placed ->
                                    placed.state() == VersionState.IN_FORCE
                                            || one.family() != other.family());
                }
            }
        });
    }

    private record Drawn(List<MatchCandidate> records, PairDecisions decisions) {
        Map<MatchCandidate, Placed> all() {
            return PLACING.placeAll(records, decisions);
        }

        Drawn with(Pair pair, PairVerdict verdict) {
            Map<Pair, PairVerdict> more = new HashMap<>(decisions.byPair());
            more.put(pair, verdict);
            return new Drawn(records, new PairDecisions(more));
        }
    }

    private static void forEachTeacher(BiConsumer<Random, Drawn> law) {
        for (int seed = 0; seed < TEACHERS; seed++) {
            Random random = new Random(seed);
            Drawn teacher = drawn(random);
            try {
                law.accept(random, teacher);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + teacher, e);
            }
        }
    }

    private static Drawn drawn(Random random) {
        List<MatchCandidate> records = new ArrayList<>();
        for (int i = 0, n = random.nextInt(1, 9); i < n; i++) records.add(record(random, i));
        Map<Pair, PairVerdict> decisions = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            MatchCandidate one = oneOf(random, records);
            MatchCandidate other = oneOf(random, records);
            PairVerdict verdict = random.nextInt(3) == 0 ? PairVerdict.SAME : PairVerdict.DIFFERENT;
            if (!one.equals(other)) decisions.put(Pair.of(one.key(), other.key()), verdict);
        }
        return new Drawn(records, new PairDecisions(decisions));
    }

    private static MatchCandidate record(Random random, int number) {
        CandidateBuilder builder =
                CandidateBuilder.of(FEEDS[random.nextInt(FEEDS.length)], "r" + number)
                        .named(NAMES[random.nextInt(NAMES.length)])
                        .coded(CODES[random.nextInt(CODES.length)])
                        .by(BODIES[random.nextInt(BODIES.length)])
                        .at(random.nextInt(4) == 0 ? Level.PROVINCE : Level.NATIONAL)
                        .hours(1000 * random.nextInt(1, 7))
                        .worth(random.nextInt(3) * 400)
                        .shownBy(random.nextInt(2))
                        .as(
                                random.nextInt(12) == 0
                                        ? TrainingRole.MENTOR
                                        : TrainingRole.PARTICIPANT)
                        .ruled(Ruling.of(Math.max(0, random.nextInt(12) - 9)));
        int last = random.nextInt(40);
        return random.nextBoolean()
                ? builder.later(last).build()
                : builder.days(last - random.nextInt(1, 8), last).build();
    }

    private static MatchCandidate oneOf(Random random, List<MatchCandidate> records) {
        return records.get(random.nextInt(records.size()));
    }
}
