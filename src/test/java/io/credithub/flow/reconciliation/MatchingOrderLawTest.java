package io.credithub.flow.reconciliation;

import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.contract.Stores;
import io.credithub.domain.Credits;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reconciliation.MatchedTrainings.Sent;
import io.credithub.flow.roster.ImportRoster;
import io.credithub.flow.roster.ListedRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// What is placed, and what is earned, depends on the set of records and of people's decisions,
/// never on the order in which they come, nor on when the pass looks. `PermutationLawIT` says so of
/// PostgreSQL, with fewer orders.
final class MatchingOrderLawTest {
    private static final int ROUNDS = Integer.getInteger("law.permutations", 100);
    private static final List<String> TEACHERS =
            List.of(MatchedTrainings.KNOWN, MatchedTrainings.LATE);

    @Test
    void orderAndTimeOfDecisionsDecideNothing() {
        Set<String> seen = new TreeSet<>();
        List<String> expected = null;
        for (long seed = 0; seed < ROUNDS; seed++) {
            List<String> content = new Way(new Random(seed)).content(seen);
            if (expected == null) expected = content;
            assertThat(content).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(seen)
                .as("every state, and every rule that needs no register")
                .contains("IN_FORCE", "ASIDE", "SUPERSEDED", "WITHDRAWN", "HELD", "REFUSED")
                .contains("DECIDED_SAME", "AGREED_CODE", "SAME_NAME_AND_DAY", "NAMES_ALIKE")
                .contains("ALL_EQUAL", "TWO_PLACES", "HOURS_A_DAY");
    }

    /// All records in one order, over a registry of its own.
    private static final class Way {
        private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
        private final MatchTeachers matching =
                new MatchTeachers(
                        flow.stores().touched(),
                        flow.stores().instants(),
                        flow.stores().lock(),
                        flow.postings());
        private final PeopleDecide people = new PeopleDecide(flow);
        private final List<PeopleDecide.Decided> open = new ArrayList<>(MatchedTrainings.decided());
        private final Map<UUID, Credits> adjusted = new TreeMap<>(MatchedTrainings.adjusted());
        private final Set<UUID> records = new TreeSet<>();

        Way(Random random) {
            Collections.shuffle(open, random);
            flow.enrol(aTeacher(MatchedTrainings.KNOWN).build());
            List<Runnable> events = new ArrayList<>(posts(random));
            events.add(random.nextInt(events.size() + 1), this::enrolLate);
            for (Runnable event : events) {
                event.run();
                if (random.nextInt(3) == 0) done(matching.next());
                open.removeIf(one -> random.nextInt(10) == 0 && people.decide(one));
                adjust(() -> random.nextInt(10) == 0);
            }
            if (random.nextBoolean()) match();
            open.removeIf(people::decide);
            assertThat(open).isEmpty();
            match();
            adjust(() -> true);
            assertThat(adjusted).isEmpty();
            match();
        }

        private void adjust(BooleanSupplier now) {
            adjusted.entrySet()
                    .removeIf(one ->
                            now.getAsBoolean() && people.adjust(one.getKey(), one.getValue()));
        }

        private void match() {
            boolean more = true;
            while (more) more = done(matching.next());
        }

        private List<Runnable> posts(Random random) {
            List<Sent> sent = MatchedTrainings.sent();
            for (Sent one : sent) records.add(one.key());
            List<Sent> shuffled = new ArrayList<>(sent);
            for (Sent one : sent) if (random.nextInt(4) == 0) shuffled.add(one);
            Collections.shuffle(shuffled, random);
            int cut = 1 + random.nextInt(12);
            List<Runnable> posts = new ArrayList<>();
            for (int from = 0; from < shuffled.size(); from += cut) {
                List<Sent> some = shuffled.subList(from, Math.min(shuffled.size(), from + cut));
                for (String feed : List.of(Stores.PROVINCE, Stores.VENDOR)) {
                    List<Sent> theirs =
                            some.stream().filter(one -> one.feed().equals(feed)).toList();
                    if (!theirs.isEmpty()) {
                        posts.add(() -> flow.post(feed, MatchedTrainings.completions(theirs)));
                    }
                }
            }
            return posts;
        }

        private void enrolLate() {
            ListedRows rows = new ListedRows();
            ImportRoster roster =
                    new ImportRoster(
                            rows,
                            flow.stores().roster(),
                            flow.stores().lock(),
                            flow.postings(),
                            InMemoryFlow.AT_ONCE);
            Content file = rows.file(List.of(aTeacher(MatchedTrainings.LATE).build()));
            done(roster.importCsv(file));
        }

        List<String> content(Set<String> seen) {
            List<String> lines = new ArrayList<>();
            for (RecordVersion one :
                    done(flow.stores().lock().snapshot(ledger -> ledger.contents(records)))) {
                RecordVersion.Matched matched = one.matched();
                seen.add(one.now().name());
                if (matched.rule() != null) seen.add(matched.rule().name());
                lines.add(
                        String.join(
                                " ",
                                one.copy().origin().recordId(),
                                "" + one.copy().content(),
                                "" + one.now(),
                                "" + matched,
                                "" + one.ruling(),
                                "" + one.copy().credits()));
            }
            Collections.sort(lines);
            for (String teacher : TEACHERS) lines.add("" + flow.standing(teacher, 2022));
            for (String feed : List.of(Stores.PROVINCE, Stores.VENDOR)) {
                lines.add(feed + " " + flow.stores().cell(feed, "140105", 2022));
            }
            return lines;
        }
    }
}
