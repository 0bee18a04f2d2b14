package io.credithub.domain.programme;

import io.credithub.domain.programme.RegisterFile.RegisterRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Registers and titles drawn from few words, so that they meet.
final class RegisterDraws {
    static final LocalDate DAY = LocalDate.of(2023, 5, 10);
    static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2022, 1, 1), DAY, LocalDate.of(2024, 9, 1));
    private static final List<String> NAMES =
            List.of("信息技术", "师德", "班主任", "阅读", "作业设计", "心理", "实验", "劳动", "体育");
    private final Random random;

    RegisterDraws(long seed) {
        random = new Random(seed);
    }

    String code() {
        return "P" + random.nextInt(8);
    }

    String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    ProgrammeTitle title() {
        String code = random.nextInt(3) == 0 ? null : code();
        return new ProgrammeTitle(name(), code, null, null);
    }

    RegisterFile file() {
        Map<String, RegisterRow> rows = new LinkedHashMap<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String code = code();
            LocalDate start = random.nextBoolean() ? null : DAY.minusDays(random.nextInt(600));
            LocalDate end = start == null || random.nextBoolean() ? null : start.plusDays(400);
            ProgrammeTerms terms =
                    new ProgrammeTerms(name(), null, null, null, null, start, end, Map.of());
            List<String> aliases = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0; n--) aliases.add(name());
            rows.put(code, new RegisterRow(code, terms, aliases));
        }
        return new RegisterFile(
                Set.of(ProgrammeColumn.values()),
                List.copyOf(rows.values()),
                random.nextInt(4) == 0);
    }

    /// Something that somebody does, sensible or not.
    RegisterOutcome act(ProgrammeEntries entries) {
        return switch (random.nextInt(7)) {
            case 0 -> entries.addAlias(code(), name());
            case 1 -> entries.takeAliasAway(code(), name());
            case 2 -> entries.join(code(), code());
            case 3 -> entries.part(code());
            case 4 -> entries.withdraw(code());
            case 5 -> entries.reinstate(code());
            default -> entries.take(file(), DAYS.get(random.nextInt(DAYS.size())));
        };
    }

    /// Numbers those that are new, as the registry does.
    static ProgrammeEntries after(ProgrammeEntries before, RegisterOutcome outcome) {
        if (!(outcome instanceof RegisterOutcome.Altered(List<EntryChange> changes))) {
            return before;
        }
        List<RegisterEntry> kept = new ArrayList<>();
        int next = before.all().size();
        for (EntryChange change : changes) {
            RegisterEntry entry = change.entry();
            kept.add(entry.number() > 0 ? entry : entry.numbered(++next));
        }
        return before.with(kept);
    }

    static List<String> changed(RegisterOutcome outcome) {
        return outcome instanceof RegisterOutcome.Altered(List<EntryChange> changes)
                ? changes.stream().map(change -> change.entry().code()).toList()
                : List.of();
    }
}
