package io.credithub.demo.answer;

import io.credithub.demo.model.Attended;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedTeacher.EmploymentStatus;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
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
    public ExpectedCredits add(TrainingHistory life) {
        long[] years = new long[SimulatedYears.COUNT];
        long[] selfDirected = new long[SimulatedYears.COUNT];
        int records = 0;
        for (Attended attended : life.attended()) {
            count(attended, life.teacher().late());
            Programme programme = attended.programme();
            Optional<KeyWinner.InForce> found = KeyWinner.of(programme.level(), attended.copies());
            if (found.isEmpty()) continue;
            KeyWinner.InForce winner = found.get();
            Form form = programme.form();
            long award = KeyArithmetic.award(programme.level(), form, winner.details());
            int year = SimulatedYears.of(winner.details().completedOn()) - SimulatedYears.FIRST;
            years[year] += award;
            if (form == Form.SELF_DIRECTED) selfDirected[year] += award;
            records++;
            feed(winner.copy().system()).addInForce(award);
        }
        SimulatedTeacher teacher = life.teacher();
        return new ExpectedCredits(
                teacher.number(), list(years), list(selfDirected), unregistered(teacher), records);
    }

    public FeedCounts feed(SourceSystem system) {
        FeedCounts counts = feeds.get(system);
        if (counts == null) throw new IllegalStateException("no counts of " + system);
        return counts;
    }

    private void count(Attended attended, boolean isLate) {
        for (SimulatedCopy copy : attended.copies()) feed(copy.system()).add(copy, isLate);
    }

    /// 三(二): from the year of confirmation or of transfer on, the later of the two.
    private static int unregistered(SimulatedTeacher teacher) {
        LocalDate confirmed = teacher.confirmedOn();
        LocalDate moved = teacher.transferredOn();
        if (confirmed == null && teacher.status() == EmploymentStatus.NEW)
            return SimulatedYears.COUNT;
        int years = 0;
        if (confirmed != null) years = SimulatedYears.of(confirmed) - SimulatedYears.FIRST;
        if (moved != null) years = Math.max(years, SimulatedYears.of(moved) - SimulatedYears.FIRST);
        return Math.clamp(years, 0, SimulatedYears.COUNT);
    }

    private static List<Long> list(long[] hundredths) {
        return LongStream.of(hundredths).boxed().toList();
    }
}
