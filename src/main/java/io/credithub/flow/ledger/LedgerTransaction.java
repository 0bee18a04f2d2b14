package io.credithub.flow.ledger;

import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.KnownCopies;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.TeacherIndex;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What every posting needs of the ledger transaction. What one feature needs beside it is a port
/// of that feature, which takes the transaction as an argument.
public interface LedgerTransaction extends TeacherIndex {
    /// Whether the roster is the one that they were found in, the rules are, and what records are
    /// matched by.
    boolean isStill(Identified identified);

    /// The number of the rulebook in force.
    int rules();

    /// The number of what records are matched by.
    long matching();

    /// What is held of these records, in short; nothing of those that are new.
    Uni<Map<UUID, List<Brief>>> briefs(Collection<UUID> records);

    /// Every content of these records.
    Uni<List<RecordVersion>> contents(Collection<UUID> records);

    /// Every content of the records that matching has placed for these teachers.
    Uni<List<RecordVersion>> contentsOf(Collection<Integer> teachers);

    /// What matching has placed in these families, and what people decided about pairs of records
    /// of them.
    ///
    /// @param records that come to them, or are among them
    Uni<KnownCopies> copies(Collection<FamilyKey> families, Collection<UUID> records);

    /// Of these contents the records that too many teachers finished at the very same instant, by
    /// what the registry holds now.
    ///
    /// @param least so many are too many
    Uni<Set<UUID>> crowded(Collection<RecordVersion> contents, int least);

    /// The accounts of these teachers, one each.
    Uni<List<TeacherAccount>> accounts(Collection<Integer> teachers);

    /// Writes all of a posting: contents, ledger lines, standings, sums, findings.
    Uni<Void> write(Posting posting);

    /// Enough of a content to tell that it came again.
    record Brief(UUID content, VersionOrder order) {}
}
