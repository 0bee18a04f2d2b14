package io.credithub.flow.processing;

import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.contract.Stores;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.ledger.VersionState;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the ledger holds depends on the set of records, never on order, repetition or batching.
final class PostingOrderLawTest {
    private static final int ROUNDS = 60;
    private static final int RECORDS = 6;
    private static final List<String> TEACHERS = List.of("T-1", "T-2", "T-3");

    @Test
    void orderRepetitionAndBatchingDecideNothing() {
        List<Sent> sent = sent(new Random(2023));
        List<String> expected = null;
        for (long seed = 0; seed < ROUNDS; seed++) {
            List<String> content = content(sent, new Random(seed));
            if (expected == null) expected = content;
            assertThat(content).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(expected).isNotNull().hasSizeGreaterThan(TEACHERS.size());
    }

    private record Sent(String feed, Completion completion) {}

    private static List<Sent> sent(Random random) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int record = random.nextInt(RECORDS);
            String feed = random.nextBoolean() ? Stores.PROVINCE : Stores.VENDOR;
            int revision = 1 + random.nextInt(3);
            if (random.nextInt(10) == 0) {
                sent.add(new Sent(feed, withdrawn("R" + record, revision)));
                continue;
            }
            String teacher = TEACHERS.get(random.nextInt(8) == 0 ? random.nextInt(3) : record % 3);
            sent.add(
                    new Sent(
                            feed,
                            aCompletion("R" + record)
                                    .of(teacher)
                                    .revision(revision)
                                    .about("研修 " + record % 2)
                                    .lasting(3 + random.nextInt(30))
                                    .build()));
        }
        return sent;
    }

    private static List<String> content(List<Sent> sent, Random random) {
        InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
        for (String teacher : TEACHERS) flow.enrol(aTeacher(teacher).build());
        List<Sent> shuffled = new ArrayList<>(sent);
        for (Sent one : sent) if (random.nextInt(4) == 0) shuffled.add(one);
        Collections.shuffle(shuffled, random);
        int cut = 1 + random.nextInt(12);
        for (int from = 0; from < shuffled.size(); from += cut) {
            List<Sent> batch = shuffled.subList(from, Math.min(shuffled.size(), from + cut));
            for (String feed : List.of(Stores.PROVINCE, Stores.VENDOR)) {
                Completion[] some =
                        batch.stream()
                                .filter(one -> one.feed.equals(feed))
                                .map(Sent::completion)
                                .toArray(Completion[]::new);
                if (some.length > 0) flow.post(feed, some);
            }
        }
        List<String> content = new ArrayList<>();
        for (String teacher : TEACHERS) {
            content.add(teacher + " " + flow.standing(teacher, 2022).earned());
            content.addAll(inForce(flow, teacher));
        }
        for (String feed : List.of(Stores.PROVINCE, Stores.VENDOR)) {
            content.add(feed + " " + flow.stores().cell(feed, "140105", 2022));
        }
        return content;
    }

    private static List<String> inForce(InMemoryFlow flow, String teacher) {
        int number = flow.number(teacher);
        return done(flow.stores().lock().snapshot(ledger -> ledger.contentsOf(Set.of(number))))
                .stream()
                .filter(version -> version.was() == VersionState.IN_FORCE)
                .filter(version -> version.teacher() == number)
                .map(version ->
                        version.copy().origin().recordId()
                                + " "
                                + version.copy().content()
                                + " "
                                + version.copy().credits())
                .sorted()
                .toList();
    }
}
