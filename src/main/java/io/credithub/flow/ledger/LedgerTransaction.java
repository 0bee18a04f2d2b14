package io.credithub.flow.ledger;

import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.TrainingKey;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.TeacherIndex;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What every posting needs of the ledger transaction. What one feature needs beside it is a port
/// of that feature, which takes the transaction as an argument.
public interface LedgerTransaction extends TeacherIndex {
    /// Whether the roster is the one that they were found in, and the rules are.
    boolean isStill(Identified identified);

    /// The number of the rulebook in force.
    int rules();

    /// What is held of these records, in short; nothing of those that are new.
    Uni<Map<UUID, List<Brief>>> briefs(Collection<UUID> records);

    /// Every content of these records.
    Uni<List<RecordVersion>> contents(Collection<UUID> records);

    /// Every content of the records that count for these teachers, in force or aside.
    Uni<List<RecordVersion>> contentsOf(Collection<Integer> teachers);

    /// Every copy, in force or aside, of these trainings.
    Uni<List<RecordVersion>> copies(Collection<TrainingKey> trainings);

    /// The accounts of these teachers, one each.
    Uni<List<TeacherAccount>> accounts(Collection<Integer> teachers);

    /// Writes all of a posting: contents, ledger lines, standings, sums, findings.
    Uni<Void> write(Posting posting);

    /// Enough of a content to tell that it came again.
    record Brief(UUID content, VersionOrder order) {}
}
