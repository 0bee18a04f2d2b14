package io.credithub.demo.answer;

import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.InjectedRecord;
import io.credithub.demo.model.Attended;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.TrainingHistory;
import java.util.ArrayList;
import java.util.List;

/// The records of a teacher that are meant in the end, as the generator knows them.
public final class KeyRecords {
    private KeyRecords() {}

    /// Of what a teacher attended: withdrawn and refused ones are left out.
    public static List<KeyRecord> of(TrainingHistory life) {
        List<KeyRecord> records = new ArrayList<>();
        for (Attended attended : life.attended()) {
            for (SimulatedCopy copy : attended.copies()) {
                Details details = copy.inForce();
                if (details == null) continue;
                String own = OwnFigures.of(attended.programme(), details, copy.recordId());
                records.add(
                        new KeyRecord(
                                copy.system(),
                                copy.recordId(),
                                attended.programme(),
                                details,
                                own,
                                ""));
            }
        }
        return records;
    }

    /// Of a planted case: those that are given to the teacher.
    public static List<KeyRecord> of(InjectedCase planted) {
        return planted.kind().fates().equals("W") ? List.of() : meant(planted);
    }

    /// Of a planted case: those that wait for somebody.
    static List<KeyRecord> waiting(InjectedCase planted) {
        return planted.kind().fates().equals("W") ? meant(planted) : List.of();
    }

    private static List<KeyRecord> meant(InjectedCase planted) {
        List<KeyRecord> records = new ArrayList<>();
        for (InjectedRecord record : planted.records()) {
            Details details = record.copy().inForce();
            if (details == null) continue;
            records.add(
                    new KeyRecord(
                            record.copy().system(),
                            record.copy().recordId(),
                            record.told(),
                            details,
                            record.credits(),
                            record.role()));
        }
        return records;
    }
}
