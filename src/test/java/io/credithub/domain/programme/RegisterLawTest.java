package io.credithub.domain.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every register, whatever was done to it.
final class RegisterLawTest {
    private static final int SEEDS = 300;
    private static final int ACTS = 30;

    /// What records find, of many titles on several days.
    private static List<Object> found(ProgrammeEntries entries, List<ProgrammeTitle> titles) {
        IndexedRegister register = IndexedRegister.of(entries);
        List<Object> found = new ArrayList<>();
        for (ProgrammeTitle title : titles) {
            for (LocalDate day : RegisterDraws.DAYS) {
                RegisteredProgramme one = register.find(title, day);
                found.add(one == null ? "none" : one);
                found.add(register.family(title, day));
            }
        }
        return found;
    }

    private static List<ProgrammeTitle> titles(RegisterDraws draws) {
        List<ProgrammeTitle> titles = new ArrayList<>();
        for (int i = 0; i < 40; i++) titles.add(draws.title());
        return titles;
    }

    @Test
    void whatAChangeIsNotAboutIsFoundAsBefore() {
        int spared = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            RegisterDraws draws = new RegisterDraws(seed);
            ProgrammeEntries entries = ProgrammeEntries.NONE;
            for (int i = 0; i < ACTS; i++) {
                RegisterOutcome outcome = draws.act(entries);
                ProgrammeEntries after = RegisterDraws.after(entries, outcome);
                RegisterScope scope =
                        RegisterScope.of(
                                IndexedRegister.of(entries),
                                IndexedRegister.of(after),
                                RegisterDraws.changed(outcome));
                List<ProgrammeTitle> others =
                        titles(draws).stream().filter(title -> !scope.covers(title)).toList();
                spared += others.size();
                assertThat(found(after, others))
                        .as("seed %d act %d", seed, i)
                        .isEqualTo(found(entries, others));
                entries = after;
            }
        }
        assertThat(spared).isGreaterThan(SEEDS * ACTS);
    }

    @Test
    void theOrderOfEntriesDecidesNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RegisterDraws draws = new RegisterDraws(seed);
            ProgrammeEntries entries = played(draws);
            List<RegisterEntry> shuffled = new ArrayList<>(entries.all());
            Collections.shuffle(shuffled, new Random(seed));
            List<ProgrammeTitle> titles = titles(draws);
            assertThat(found(ProgrammeEntries.of(shuffled), titles))
                    .as("seed %d", seed)
                    .isEqualTo(found(entries, titles));
        }
    }

    @Test
    void whatOneEntryIsCalledIsOneFamily() {
        for (long seed = 0; seed < SEEDS; seed++) {
            ProgrammeEntries entries = played(new RegisterDraws(seed));
            IndexedRegister register = IndexedRegister.of(entries);
            for (RegisterEntry entry : entries.all()) {
                String family = register.familyOf(entry.code());
                for (String name : entry.names()) {
                    assertThat(register.family(ProgrammeTitle.named(name)))
                            .as("seed %d, %s of %s", seed, name, entry.code())
                            .isEqualTo(family);
                }
            }
        }
    }

    @Test
    void takingAFileTwiceIsTakingItOnce() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RegisterDraws draws = new RegisterDraws(seed);
            ProgrammeEntries entries = played(draws);
            RegisterFile file = draws.file();
            ProgrammeEntries once =
                    RegisterDraws.after(entries, entries.take(file, RegisterDraws.DAY));
            assertThat(once.take(file, RegisterDraws.DAY.plusDays(1)))
                    .as("seed %d", seed)
                    .isEqualTo(new RegisterOutcome.Altered(List.of()));
        }
    }

    @Test
    void whatIsPartedAgainIsFoundAsBeforeItWasJoined() {
        int joined = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            RegisterDraws draws = new RegisterDraws(seed);
            ProgrammeEntries entries = played(draws);
            String code = draws.code();
            RegisterOutcome outcome = entries.join(code, draws.code());
            if (RegisterDraws.changed(outcome).isEmpty()) continue;
            joined++;
            ProgrammeEntries together = RegisterDraws.after(entries, outcome);
            ProgrammeEntries apart = RegisterDraws.after(together, together.part(code));
            List<ProgrammeTitle> titles = titles(draws);
            assertThat(found(apart, titles)).as("seed %d", seed).isEqualTo(found(entries, titles));
        }
        assertThat(joined).isPositive();
    }

    private static ProgrammeEntries played(RegisterDraws draws) {
        ProgrammeEntries entries = ProgrammeEntries.NONE;
        for (int i = 0; i < ACTS; i++) {
            entries = RegisterDraws.after(entries, draws.act(entries));
        }
        return entries;
    }
}
