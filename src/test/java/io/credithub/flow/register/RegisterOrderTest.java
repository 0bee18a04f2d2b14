package io.credithub.flow.register;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Completion;
import io.credithub.domain.programme.ProgrammeColumn;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterAct;
import io.credithub.domain.programme.RegisterFile;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fakes.InMemoryStores;
import io.credithub.fixtures.CompletionBuilder;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.recompute.RecomputationWork;
import io.credithub.flow.recompute.Recomputations.StartedRecomputation;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.Recompute.Deciding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What counts depends on the records and on the register as it came to be, not on which was first.
final class RegisterOrderTest {
    private static final int SEEDS = 120;
    private static final int RECORDS = 10;
    private static final LocalDate DAY = LocalDate.of(2023, 5, 10);
    private static final Deciding DECIDING = new Deciding("registrar", "来函");
    private static final List<String> NAMES = List.of("信息技术", "师德", "班主任", "阅读", "心理");
    private static final List<String> TEACHERS = List.of("T-1", "T-2");

    /// One hub with its registry.
    private static final class World implements RecomputationWork {
        private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
        private final InMemoryStores stores = flow.stores();
        private final Recompute recompute =
                new Recompute(
                        stores.lock(),
                        stores.recomputations(),
                        stores.kinds(),
                        new Recompute.Judges(flow.postings(), stores.policies()),
                        stores.clock());
        private final ChangeRegister register =
                new ChangeRegister(
                        stores.lock(),
                        stores.registerStore(),
                        stores.recomputeRegister(),
                        stores.recomputations(),
                        this,
                        new ChangeRegister.ProvinceDay(stores.policies(), stores.clock()));

        World() {
            flow.enrol(aTeacher("T-1").build(), aTeacher("T-2").in("140106").build());
        }

        @Override
        public void tell(StartedRecomputation begun) {
            throw new IllegalStateException("nobody asks");
        }

        @Override
        public void apply(int id) {
            done(recompute.apply(id));
        }

        void take(Object event) {
            if (event instanceof RegisterAct act) done(register.change(act, DECIDING));
            else if (event instanceof Sent sent) flow.post(sent.feed(), sent.record());
        }

        /// What both teachers have, and where they stand.
        String outcome() {
            StringBuilder all = new StringBuilder();
            for (String teacher : TEACHERS) {
                all.append(teacher)
                        .append(' ')
                        .append(flow.standing(teacher, 2022).earned())
                        .append(' ')
                        .append(flow.standing(teacher, 2022).recognised())
                        .append('\n');
            }
            return all.toString();
        }
    }

    private record Sent(String feed, Completion record) {}

    private static List<Object> records(Random random) {
        List<Object> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            String feed = random.nextBoolean() ? PROVINCE : VENDOR;
            CompletionBuilder record =
                    aCompletion("R" + i)
                            .of(TEACHERS.get(random.nextInt(TEACHERS.size())))
                            .about(NAMES.get(random.nextInt(NAMES.size())))
                            .on(DAY.plusDays(random.nextInt(20)));
            if (random.nextInt(3) == 0) record = record.coded("P" + random.nextInt(3));
            records.add(new Sent(feed, record.revision(1).build()));
            if (random.nextInt(8) == 0) records.add(new Sent(feed, withdrawn("R" + i, 2)));
        }
        return records;
    }

    private static List<RegisterAct> acts(Random random) {
        List<RegisterAct> acts = new ArrayList<>();
        List<RegisterRow> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            rows.add(new RegisterRow("P" + i, ProgrammeTerms.named(name), List.of()));
        }
        Set<ProgrammeColumn> columns = Set.of(ProgrammeColumn.CODE, ProgrammeColumn.NAME);
        acts.add(new RegisterAct.FileTaken(new RegisterFile(columns, rows, false)));
        for (int i = 0; i < 4; i++) {
            String code = "P" + random.nextInt(3);
            String name = NAMES.get(random.nextInt(NAMES.size()));
            acts.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> new RegisterAct.AliasAdded(code, name);
                        case 2 -> new RegisterAct.AliasTakenAway(code, name);
                        case 3 -> new RegisterAct.EntriesJoined(code, "P" + random.nextInt(3));
                        case 4 -> new RegisterAct.EntriesParted(code);
                        default -> new RegisterAct.ProgrammeWithdrawn(code);
                    });
        }
        return acts;
    }

    private static String outcome(List<?> events) {
        World world = new World();
        for (Object event : events) world.take(event);
        return world.outcome();
    }

    @Test
    void theRegisterMayChangeBeforeTheRecordsAmongThemOrAfter() {
        int moved = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Object> records = records(random);
            List<RegisterAct> acts = acts(random);
            List<Object> before = new ArrayList<>(acts);
            before.addAll(records);
            List<Object> after = new ArrayList<>(records);
            after.addAll(acts);
            String expected = outcome(before);
            assertThat(outcome(after)).as("seed %d, after", seed).isEqualTo(expected);
            assertThat(outcome(among(records, acts, random)))
                    .as("seed %d, among", seed)
                    .isEqualTo(expected);
            if (!outcome(records).equals(expected)) moved++;
        }
        assertThat(moved).isGreaterThan(SEEDS / 10);
    }

    private static List<Object> among(List<Object> records, List<RegisterAct> acts, Random random) {
        List<Object> all = new ArrayList<>(records);
        int place = 0;
        for (RegisterAct act : acts) {
            place += random.nextInt(all.size() - place + 1);
            all.add(place, act);
            place++;
        }
        return all;
    }
}
