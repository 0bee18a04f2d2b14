package io.credithub.flow.expectation;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.expectation.ExpectedTitles.KnownTitle;
import io.credithub.flow.expectation.ExpectedTitles.ListTitle;
import io.credithub.flow.expectation.ExpectedTitles.TitleWords;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What of the expected has arrived. Implemented by `hub.store`, in sets.
///
/// An enrolment is fulfilled by a record in force, aside or held of that teacher, whose title the
/// list means and whose completion falls into the period or the grace after it, whichever system it
/// came from.
public interface Expectations {
    /// Lists in force, the newest first. A division sees those on which somebody of its own is, and
    /// those that it sent.
    Uni<List<KeptList>> lists(ListFilter filter, long before, int most);

    /// A list in force.
    ///
    /// @return empty too if it is out of sight
    Uni<Optional<KeptList>> find(long number, ExpectationSight sight);

    /// All lists in force whose period ends in a span of days.
    Uni<List<KeptList>> ending(LocalDate first, LocalDate last);

    /// Lists in force about a programme of these words.
    Uni<List<KeptList>> about(TitleWords words);

    /// The titles of the registry that have one of these words.
    Uni<List<KnownTitle>> titles(TitleWords words);

    /// @return by the number of the list
    Uni<Map<Long, ListCounts>> count(ExpectationScope scope);

    /// Who is on one list and never arrived, in the order of the list.
    ///
    /// @param after place on the list; -1: from the first
    Uni<List<MissingPerson>> missing(ExpectationScope scope, int after, int most);

    /// Whoever was expected and did not arrive, or arrived and was not expected: some at a time, in
    /// one snapshot. Who is nobody on the roster is told to the whole only.
    ///
    /// @param take what becomes of some of them; the next come when it has ended
    /// @return how many there were
    Uni<Long> gaps(ExpectationScope scope, Function<List<ExpectationGap>, Uni<Void>> take);

    /// @param programme code, or name in its normal form; absent: any
    /// @param feed absent: any
    record ListFilter(ExpectationSight sight, @Nullable String programme, @Nullable String feed) {}

    /// Who is looked at.
    ///
    /// @param within teachers of these divisions
    /// @param isWhole all that the hub is for: who is nobody on the roster too
    record ExpectationSight(Jurisdiction within, boolean isWhole) {}

    /// What is looked at.
    ///
    /// @param lists that are asked about
    /// @param meant by them, and by the other lists about the same programmes: who is on one of
    ///   those is no surprise
    /// @param sight teachers of other divisions are not there
    /// @param graceDays after the last day of a period
    record ExpectationScope(
            List<Long> lists, Collection<ListTitle> meant, ExpectationSight sight, int graceDays) {
        public ExpectationScope {
            lists = List.copyOf(lists);
            meant = List.copyOf(meant);
        }
    }

    /// `enrolled = completed + absent`.
    ///
    /// @param enrolled persons on the list who are in sight
    /// @param completed of them, those who arrived
    /// @param absent of them, those who have not
    /// @param unknown of the absent: who is nobody on the roster; in sight of the whole only
    /// @param unexpected who arrived and is on no list about the programme
    record ListCounts(long enrolled, long completed, long absent, long unknown, long unexpected) {
        public static final ListCounts NONE = new ListCounts(0, 0, 0, 0, 0);
    }

    /// Somebody on a list who never arrived.
    ///
    /// @param place on the list, from 0
    /// @param teacherNo as the list has it
    /// @param division that answers for the teacher; absent: nobody on the roster
    record MissingPerson(
            int place,
            @Nullable String teacherNo,
            String name,
            @Nullable String documentMasked,
            @Nullable String division,
            @Nullable String schoolCode,
            @Nullable Integer hourHundredths) {
        @Override
        public String toString() {
            return "MissingPerson[masked]";
        }
    }

    /// Somebody and a list that disagree.
    ///
    /// @param list number of the list
    /// @param teacher number in the registry; absent: somebody on the list whom the roster does not
    ///   know
    /// @param person the same for the same person, whatever list names them
    /// @param division that answers for the teacher; absent: nobody on the roster
    /// @param arrived unexpectedly; absent: nothing did, though it was expected
    /// @param hourHundredths expected, or arrived
    record ExpectationGap(
            long list,
            @Nullable Integer teacher,
            String person,
            @Nullable String division,
            @Nullable String schoolCode,
            @Nullable ArrivedRecord arrived,
            @Nullable Integer hourHundredths) {}

    /// A record by its names.
    record ArrivedRecord(String feed, UUID key, String recordId) {}
}
