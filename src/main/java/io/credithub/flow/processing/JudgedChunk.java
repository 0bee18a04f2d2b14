package io.credithub.flow.processing;

import io.credithub.domain.ledger.RecordContent;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Residences;
import java.util.List;

/// A chunk ready to be posted: the teachers are found, every record is judged where its teacher is,
/// and all is done that can be done without the ledger lock.
///
/// @param known what it was prepared with
/// @param records in order of position; rejected ones are not among them
/// @param findings rejections and remarks, those of the interpretation among them
/// @param rejected how many records were rejected, those of the interpretation among them
record JudgedChunk(
        InterpretedChunk interpreted,
        JudgingContext known,
        List<JudgedRecord> records,
        List<FindingAt> findings,
        int rejected) {
    /// A record with what the registry will keep of it.
    ///
    /// @param teacher the teacher's number, or [io.credithub.domain.ledger.Version#NOBODY]
    record JudgedRecord(InterpretedRecord record, RecordContent copy, int teacher) {}

    /// What the registry said before.
    ///
    /// @param trainings of the records, with what they are matched by
    /// @param rules that the identified roster goes with
    record JudgingContext(
            TrainingNumbers trainings, Identified identified, Rulebook rules, Residences places) {}
}
