package io.credithub.flow.reconciliation;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.SourceVersion;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.CompletionBuilder;
import io.credithub.fixtures.FiledMatchings;
import io.credithub.fixtures.RuleSets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Three teachers who finish online at one instant are too many here; each training is worth 6.
final class SameInstantTest {
    private static final Instant INSTANT = Instant.parse("2023-05-10T08:31:27Z");
    private static final Course ONLINE = new Course(Form.ONLINE, 3000, Grade.PASS, null);

    private InMemoryFlow flow = begun();
    private MatchTeachers matching = matching();

    private static InMemoryFlow begun() {
        InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
        flow.stores().matchBy(FiledMatchings.shanxi("sameInstant: 100", "sameInstant: 3"));
        for (int n = 1; n <= 4; n++) flow.enrol(aTeacher("T-" + n).build());
        return flow;
    }

    private MatchTeachers matching() {
        return new MatchTeachers(
                flow.stores().touched(),
                flow.stores().instants(),
                flow.stores().lock(),
                flow.postings());
    }

    private static CompletionBuilder online(int teacher) {
        return aCompletion("R-" + teacher)
                .of("T-" + teacher)
                .about("信息技术")
                .doing(ONLINE)
                .changedAt(INSTANT);
    }

    private static Withdrawal taken(int teacher) {
        return new Withdrawal("R-" + teacher, new SourceVersion(null, INSTANT.plusSeconds(90)));
    }

    private void match() {
        boolean more = true;
        while (more) more = done(matching.next());
    }

    private List<String> earned() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(n -> flow.standing("T-" + n, 2022).earned().toString())
                .toList();
    }

    @Test
    void tooManyAtOneInstantAreHeldWhoeverCameFirst() {
        flow.post(PROVINCE, online(1).build(), online(2).build());
        match();
        assertThat(earned()).containsExactly("6.00", "6.00", "0.00", "0.00");
        flow.post(PROVINCE, online(3).build());
        match();
        assertThat(earned()).containsOnly("0.00");
        assertThat(flow.lines("T-1")).containsExactly("AWARD 6.00 AWARDED", "REVERSAL -6.00 HELD");
        flow.post(PROVINCE, online(4).build());
        match();
        assertThat(earned()).containsOnly("0.00");
        assertThat(done(matching.next())).isFalse();
    }

    @Test
    void allComeBackWhenOneIsTakenBackOrCorrected() {
        flow.post(PROVINCE, online(1).build(), online(2).build(), online(3).build());
        match();
        flow.post(PROVINCE, taken(2));
        match();
        assertThat(earned()).containsExactly("6.00", "0.00", "6.00", "0.00");
        flow.post(PROVINCE, online(4).build());
        match();
        assertThat(earned()).containsOnly("0.00");
        flow.post(PROVINCE, online(4).changedAt(INSTANT.plusSeconds(1)).build());
        match();
        assertThat(earned()).containsExactly("6.00", "0.00", "6.00", "6.00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a full minute", "centralised", "another title", "another feed", "one teacher"})
    void whatIsNoInstantOfManyTeachersHoldsNobody(String what) {
        flow.post(PROVINCE, online(1).build(), online(2).build());
        Instant minute = Instant.parse("2023-05-10T08:31:00Z");
        Course centralised = new Course(Form.CENTRALISED, 3000, Grade.PASS, null);
        switch (what) {
            case "a full minute" -> {
                for (int n = 1; n <= 3; n++) {
                    String id = "M-" + n;
                    flow.post(
                            PROVINCE,
                            aCompletion(id)
                                    .of("T-" + n)
                                    .about("心理")
                                    .doing(ONLINE)
                                    .changedAt(minute)
                                    .build());
                }
            }
            case "centralised" -> flow.post(PROVINCE, online(3).doing(centralised).build());
            case "another title" -> flow.post(PROVINCE, online(3).about("信息").build());
            case "another feed" -> flow.post(VENDOR, online(3).build());
            case "one teacher" ->
                    flow.post(
                            PROVINCE,
                            aCompletion("R-5")
                                    .of("T-2")
                                    .about("信息技术")
                                    .doing(ONLINE)
                                    .lasting(10)
                                    .changedAt(INSTANT)
                                    .build());
            default -> throw new IllegalArgumentException(what);
        }
        List<String> before = earned();
        match();
        assertThat(earned()).isEqualTo(before);
    }

    /// Any order, with a look in between or without, ends in the same place: held but for the
    /// vendor's copy, or with one taken back not held at all.
    @ParameterizedTest(name = "one taken back: {0}")
    @CsvSource({"false, 6.00 0.00 6.00 0.00", "true, 6.00 0.00 6.00 6.00"})
    void theOrderDecidesNothing(boolean isTaken, String expected) {
        List<Completion> events = new ArrayList<>();
        for (int n = 1; n <= 4; n++) events.add(online(n).build());
        events.add(online(3).changedAt(INSTANT.plusSeconds(5)).build());
        events.add(aCompletion("V").of("T-1").about("信息技术").doing(ONLINE).build());
        if (isTaken) events.add(taken(2));
        for (int seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            flow = begun();
            matching = matching();
            Collections.shuffle(events, random);
            for (Completion event : events) {
                flow.post(event.recordId().equals("V") ? VENDOR : PROVINCE, event);
                if (random.nextBoolean()) match();
            }
            match();
            assertThat(String.join(" ", earned())).as("seed %d", seed).isEqualTo(expected);
            assertThat(done(matching.next())).isFalse();
        }
    }
}
