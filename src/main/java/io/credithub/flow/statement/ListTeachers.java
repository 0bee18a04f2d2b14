package io.credithub.flow.statement;

import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.TeacherLists.CountedPage;
import io.credithub.flow.statement.TeacherLists.ListOrder;
import io.credithub.flow.statement.TeacherLists.ListPlace;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.credithub.flow.statement.VerdictBook.PendingRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Lists teachers, with what changed a moment ago if it can be.
@Singleton
public final class ListTeachers {
    private final TeacherLists lists;
    private final KeepVerdicts rows;
    private final Policies policies;
    private final InstantSource clock;

    public ListTeachers(
            TeacherLists lists, KeepVerdicts rows, Policies policies, InstantSource clock) {
        this.lists = lists;
        this.rows = rows;
        this.policies = policies;
        this.clock = clock;
    }

    /// A page of a list.
    ///
    /// @param asOf up to when everything is in it
    /// @param pending what has changed since
    public record ListPage(CountedPage page, Instant asOf, PendingRows pending) {}

    /// @param after null: from the first
    public Uni<ListPage> tell(
            TeacherFilter filter, ListOrder order, @Nullable ListPlace after, int most) {
        return rows.catchUp()
                .chain(pending -> {
                    Instant now = clock.instant();
                    Instant since = pending.asOf();
                    return lists.page(filter, order, after, most)
                            .map(page -> new ListPage(page, since == null ? now : since, pending));
                });
    }

    /// What changed is in the lists when this ends, if it is not much.
    public Uni<Void> catchUp() {
        return rows.catchUp().replaceWithVoid();
    }

    /// The cycles that lists tell of, by their first school years; the one that runs first.
    public List<Integer> cycles() {
        return cycles(clock.instant());
    }

    /// Those that they told of at a moment.
    public List<Integer> cycles(Instant asOf) {
        return rows.cycles(policies.dayOf(asOf));
    }

    /// Whether a cycle has begun, by its first school year as somebody writes it.
    public boolean hasBegun(String cycle) {
        int running = cycles().getFirst();
        int years = policies.inForce().policy().terms().calendar().cycleYears();
        return IntStream.iterate(running, first -> first > 0, first -> first - years)
                .anyMatch(first -> Integer.toString(first).equals(cycle));
    }

    /// The school years that lists tell of, in order.
    public List<Integer> schoolYears() {
        return schoolYears(clock.instant());
    }

    /// Those that they told of at a moment.
    public List<Integer> schoolYears(Instant asOf) {
        int first = cycles(asOf).getLast();
        int years = policies.inForce().policy().terms().calendar().cycleYears();
        return IntStream.range(first, first + years * cycles(asOf).size()).boxed().toList();
    }

    /// The school year that runs.
    public int schoolYear() {
        return schoolYear(clock.instant());
    }

    /// The one that ran at a moment.
    public int schoolYear(Instant asOf) {
        return policies.inForce().policy().schoolYearOf(policies.dayOf(asOf));
    }

    /// The cycle of a school year.
    public int cycleOf(int schoolYear) {
        return policies.inForce().policy().cycleOfSchoolYear(schoolYear);
    }
}
