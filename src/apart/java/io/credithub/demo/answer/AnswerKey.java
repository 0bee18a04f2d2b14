package io.credithub.demo.answer;

import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.InjectedRecord;
import io.credithub.demo.model.Attended;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedTeacher.EmploymentStatus;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.TrainingHistory;
import io.credithub.domain.completion.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// What the hub must arrive at, told from what the generator meant and not from what it wrote:
/// which version of a record is the last is known here, not found out. Nothing in here uses the
/// hub's own conversion.
public final class AnswerKey {
    private final KeyPlacing placing;
    private final KeyYears years;
    private final Map<SourceSystem, FeedCounts> feeds = new EnumMap<>(SourceSystem.class);

    /// @param today on which the reconciliation is done
    public AnswerKey(KeyRegister register, KeyCrowds crowds, LocalDate today) {
        years = new KeyYears(today);
        placing = new KeyPlacing(register, crowds);
        for (SourceSystem system : SourceSystem.values()) feeds.put(system, new FeedCounts());
    }

    /// Works out one teacher's answer and counts what the feeds deliver of them.
    ///
    /// @param planted at this teacher
    public TeacherAnswer add(TrainingHistory life, Optional<InjectedCase> planted) {
        SimulatedTeacher teacher = life.teacher();
        List<KeyRecord> records = new ArrayList<>(KeyRecords.of(life));
        planted.ifPresent(found -> records.addAll(KeyRecords.of(found)));
        for (Attended attended : life.attended()) count(attended, teacher.late());
        planted.ifPresent(this::count);
        Map<KeyRecord, KeyFate> fates = placing.place(records);
        List<KeyBreak> breaks = new ArrayList<>(KeyBreaks.of(teacher, fates));
        planted.ifPresent(found -> breaks.addAll(KeyBreaks.of(found)));
        breaks.addAll(KeyRejects.of(life));
        ExpectedCredits credits = credits(teacher, fates, KeyYears.decidedLess(planted));
        breaks.addAll(years.of(teacher, credits, fates.keySet(), planted));
        return new TeacherAnswer(credits, breaks);
    }

    private ExpectedCredits credits(
            SimulatedTeacher teacher, Map<KeyRecord, KeyFate> fates, long decidedLess) {
        long[] years = new long[SimulatedYears.COUNT];
        long[] selfDirected = new long[SimulatedYears.COUNT];
        int records = 0;
        for (Map.Entry<KeyRecord, KeyFate> placed : fates.entrySet()) {
            if (!placed.getValue().isInForce()) continue;
            KeyRecord record = placed.getKey();
            int year = SimulatedYears.of(record.lastDay()) - SimulatedYears.FIRST;
            years[year] += record.award();
            boolean isOwn = record.told().form() == Form.SELF_DIRECTED;
            if (isOwn) selfDirected[year] += record.award();
            records++;
            feed(record.system()).addInForce(record.award());
        }
        return new ExpectedCredits(
                teacher.number(),
                list(years),
                list(selfDirected),
                unregistered(teacher),
                decidedLess,
                records);
    }

    /// The first record that would be missed, if the vendor took it back; nothing is counted.
    public Optional<LoneRecord> lone(TrainingHistory life, int schoolYear) {
        return LoneRecord.of(life, placing.place(KeyRecords.of(life)), schoolYear);
    }

    /// A record that names nobody goes on waiting.
    private void count(InjectedCase planted) {
        boolean waits = planted.kind().fates().equals("W");
        for (InjectedRecord record : planted.records()) {
            feed(record.copy().system()).add(record.copy(), waits);
        }
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
