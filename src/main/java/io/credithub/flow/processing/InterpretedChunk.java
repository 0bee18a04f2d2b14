package io.credithub.flow.processing;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.teacher.TeacherKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A chunk read and mapped, before anybody looked into the registry.
///
/// @param records in order of position; rejected ones are not among them
/// @param findings rejections and remarks
/// @param rejected how many records were rejected
/// @param persons distinct, sorted: see [TeacherKeys#person]
public record InterpretedChunk(
        LandedChunk chunk,
        List<InterpretedRecord> records,
        List<FindingAt> findings,
        int rejected,
        long[] persons) {
    /// Every record of it rejected, unread: an operator has said so, and why.
    static InterpretedChunk discarded(LandedChunk chunk) {
        List<FindingAt> findings = new ArrayList<>(chunk.slice().records());
        long end = chunk.slice().firstPosition() + chunk.slice().records();
        for (long at = chunk.slice().firstPosition(); at < end; at++) {
            if (!chunk.takes(at)) continue;
            Finding finding = new Finding(FindingCode.DISCARDED, "", chunk.discarded());
            findings.add(new FindingAt(at, null, finding));
        }
        return new InterpretedChunk(chunk, List.of(), findings, findings.size(), new long[0]);
    }

    /// Nothing but these of its records, and no findings: to try whether they can be posted.
    InterpretedChunk only(List<InterpretedRecord> some) {
        return new InterpretedChunk(chunk, some, List.of(), 0, persons);
    }

    /// The same with these records rejected.
    ///
    /// @param culprits why, by position
    InterpretedChunk without(Map<Long, FindingAt> culprits) {
        List<InterpretedRecord> sound = new ArrayList<>(records);
        sound.removeIf(record -> culprits.containsKey(record.position()));
        List<FindingAt> all = new ArrayList<>(findings);
        all.removeIf(finding -> culprits.containsKey(finding.position()));
        all.addAll(culprits.values());
        int left = rejected + records.size() - sound.size();
        return new InterpretedChunk(chunk, sound, all, left, persons);
    }

    /// Whom its records are about, withdrawals excepted: they name nobody.
    List<TeacherKeys> teachers() {
        List<TeacherKeys> teachers = new ArrayList<>(records.size());
        for (InterpretedRecord record : records) {
            if (record.teacher() != null) teachers.add(record.teacher());
        }
        return teachers;
    }
}
