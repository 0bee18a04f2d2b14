package io.credithub.flow.processing;

import io.credithub.domain.completion.Completed;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.TrainingRef;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.programme.Programmes;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/// Which trainings the records of a chunk are of, by number, and what they are matched by.
///
/// @param titles the number of each title
/// @param families the number of the family of each title on its day
/// @param source of the numbers
record TrainingNumbers(
        CopyMatcher matcher,
        Map<ProgrammeTitle, Integer> titles,
        Map<TitleOnDay, Integer> families,
        Programmes source) {
    /// What a title means depends on the time.
    record TitleOnDay(ProgrammeTitle title, LocalDate day) {}

    /// Asks for the numbers of all trainings of a chunk.
    static Uni<TrainingNumbers> of(InterpretedChunk chunk, CopyMatcher matcher, Programmes source) {
        Map<ProgrammeTitle, String> names = new HashMap<>();
        Map<TitleOnDay, String> cores = new HashMap<>();
        for (InterpretedRecord record : chunk.records()) {
            if (record.completion() instanceof Completed completed && record.title() != null) {
                names.putIfAbsent(record.title(), completed.program().name());
                cores.computeIfAbsent(
                        new TitleOnDay(record.title(), completed.completedOn()),
                        of -> matcher.family(of.title(), of.day()));
            }
        }
        return Uni.combine()
                .all()
                .unis(source.titles(names), source.families(new HashSet<>(cores.values())))
                .with((titles, numbers) ->
                        new TrainingNumbers(matcher, titles, numbered(cores, numbers), source));
    }

    private static Map<TitleOnDay, Integer> numbered(
            Map<TitleOnDay, String> cores, Map<String, Integer> numbers) {
        Map<TitleOnDay, Integer> families = HashMap.newHashMap(cores.size());
        cores.forEach((of, core) -> families.put(of, Objects.requireNonNull(numbers.get(core))));
        return families;
    }

    TrainingRef of(ProgrammeTitle title, Completed completed) {
        return new TrainingRef(
                Objects.requireNonNull(titles.get(title)),
                Objects.requireNonNull(
                        families.get(new TitleOnDay(title, completed.completedOn()))),
                title,
                completed.startedOn());
    }
}
