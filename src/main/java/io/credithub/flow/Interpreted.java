package io.credithub.flow;

import java.util.ArrayList;
import java.util.List;

/// A chunk read and mapped, before anybody looked into the registry.
///
/// @param records in order of position; rejected ones are not among them
/// @param findings rejections and remarks
/// @param rejected how many records were rejected
/// @param persons distinct, sorted: see [TeacherKeys#person]
public record Interpreted(
        LandedChunk chunk,
        List<InterpretedRecord> records,
        List<FindingAt> findings,
        int rejected,
        long[] persons) {
    /// Whom its records are about, withdrawals excepted: they name nobody.
    List<TeacherKeys> teachers() {
        List<TeacherKeys> teachers = new ArrayList<>(records.size());
        for (InterpretedRecord record : records) {
            if (record.teacher() != null) teachers.add(record.teacher());
        }
        return teachers;
    }
}
