package io.credithub.demo.answer;

import io.credithub.demo.model.Attended;
import io.credithub.demo.model.Copy;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SchoolYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.Teacher;
import io.credithub.demo.model.Teacher.Status;
import io.credithub.demo.model.TrainingHistory;
import io.credithub.domain.completion.Form;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// What the hub must arrive at, told from what the generator meant and not from what it wrote:
/// which version of a record is the last is known here, not found out. Nothing in here uses the
/// hub's own conversion.
public final class AnswerKey {
    private final Map<SourceSystem, FeedCounts> feeds = new EnumMap<>(SourceSystem.class);

    public AnswerKey() {
        for (SourceSystem system : SourceSystem.values()) feeds.put(system, new FeedCounts());
    }

    /// Works out one teacher's answer and counts what the feeds deliver of them.
    public Answer add(TrainingHistory life) {
        long[] years = new long[SchoolYears.COUNT];
        long[] selfDirected = new long[SchoolYears.COUNT];
        int records = 0;
        for (Attended attended : life.attended()) {
            count(attended, life.teacher().late());
            Programme programme = attended.programme();
            Optional<KeyWinner.InForce> found = KeyWinner.of(programme.level(), attended.copies());
            if (found.isEmpty()) continue;
            KeyWinner.InForce winner = found.get();
            Form form = programme.form();
            long award = KeyArithmetic.award(programme.level(), form, winner.details());
            int year = SchoolYears.of(winner.details().completedOn()) - SchoolYears.FIRST;
            years[year] += award;
            if (form == Form.SELF_DIRECTED) selfDirected[year] += award;
            records++;
            feed(winner.copy().system()).addInForce(award);
        }
        Teacher teacher = life.teacher();
        return new Answer(
                teacher.number(), list(years), list(selfDirected), unregistered(teacher), records);
    }

    public FeedCounts feed(SourceSystem system) {
        FeedCounts counts = feeds.get(system);
        if (counts == null) throw new IllegalStateException("no counts of " + system);
        return counts;
    }

    private void count(Attended attended, boolean isLate) {
        for (Copy copy : attended.copies()) feed(copy.system()).add(copy, isLate);
    }

    /// 三(二): from the year of confirmation or of transfer on, the later of the two.
    private static int unregistered(Teacher teacher) {
        LocalDate confirmed = teacher.confirmedOn();
        LocalDate moved = teacher.transferredOn();
        if (confirmed == null && teacher.status() == Status.NEW) return SchoolYears.COUNT;
        int years = 0;
        if (confirmed != null) years = SchoolYears.of(confirmed) - SchoolYears.FIRST;
        if (moved != null) years = Math.max(years, SchoolYears.of(moved) - SchoolYears.FIRST);
        return Math.clamp(years, 0, SchoolYears.COUNT);
    }

    private static List<Long> list(long[] hundredths) {
        return LongStream.of(hundredths).boxed().toList();
    }
}
