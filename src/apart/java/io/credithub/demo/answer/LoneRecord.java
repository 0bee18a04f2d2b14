package io.credithub.demo.answer;

import io.credithub.demo.model.Attended;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedTeacher.EmploymentStatus;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.TrainingHistory;
import io.credithub.demo.model.Wording;
import io.credithub.domain.completion.Form;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/// A vendor's record that counts, and that nothing else would take the place of: if it is taken
/// back, its teacher's county has one training, its hours and its credits less, and nothing else of
/// what is counted changes.
///
/// @param isOnly whether the teacher has no other record in force in its school year
public record LoneRecord(
        SimulatedTeacher teacher,
        Attended attended,
        SimulatedCopy copy,
        KeyRecord record,
        boolean isOnly) {
    /// Of a teacher who is in office and has been on the roster from the start.
    ///
    /// @param fates of all records of the teacher
    static Optional<LoneRecord> of(
            TrainingHistory life, Map<KeyRecord, KeyFate> fates, int schoolYear) {
        SimulatedTeacher teacher = life.teacher();
        if (teacher.late() || teacher.status() != EmploymentStatus.ACTIVE) return Optional.empty();
        return fates.keySet().stream()
                .filter(record -> isLone(record, fates, schoolYear))
                .findFirst()
                .flatMap(record -> found(life, record, fates, schoolYear));
    }

    private static boolean isLone(KeyRecord record, Map<KeyRecord, KeyFate> fates, int schoolYear) {
        return record.system() == SourceSystem.VENDOR
                && record.told().form() != Form.SELF_DIRECTED
                && isInForce(record, fates, schoolYear)
                && fates.values().stream().noneMatch(fate -> fate.peers().contains(record));
    }

    private static boolean isInForce(
            KeyRecord record, Map<KeyRecord, KeyFate> fates, int schoolYear) {
        KeyFate fate = fates.get(record);
        return fate != null
                && fate.isInForce()
                && SimulatedYears.of(record.lastDay()) == schoolYear;
    }

    private static Optional<LoneRecord> found(
            TrainingHistory life, KeyRecord record, Map<KeyRecord, KeyFate> fates, int schoolYear) {
        long inForce =
                fates.keySet().stream().filter(one -> isInForce(one, fates, schoolYear)).count();
        for (Attended attended : life.attended()) {
            for (SimulatedCopy copy : attended.copies()) {
                if (copy.system() != record.system()) continue;
                if (!copy.recordId().equals(record.recordId())) continue;
                return Optional.of(
                        new LoneRecord(life.teacher(), attended, copy, record, inForce == 1));
            }
        }
        return Optional.empty();
    }

    /// In hundredths.
    public long hours() {
        return record.hours();
    }

    /// What the vendor says to take it back.
    ///
    /// @param at Beijing time, after all that it told before
    public Wording takenBack(LocalDateTime at) {
        ReportedVersion last = copy.sightings().getLast();
        Integer revision = last.revision();
        ReportedVersion gone =
                new ReportedVersion(
                        revision == null ? null : Integer.valueOf(revision + 1),
                        last.updatedAt() == null ? null : at,
                        true,
                        last.details(),
                        null,
                        last.naming(),
                        last.wave(),
                        false);
        return new Wording(teacher, attended.programme(), copy, gone, "", "");
    }
}
