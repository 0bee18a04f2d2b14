package io.credithub.flow.statement;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.RecordVersion;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of a teacher earns nothing until a person decides, or since a person decided so. It is in
/// no line of the ledger, and the teacher asks after it. Implemented by `hub.store`.
@FunctionalInterface
public interface HeldRecords {
    /// Held and refused records of some school years, by the day of completion.
    ///
    /// @param number of the teacher in the registry
    Uni<List<HeldTraining>> held(int number, int firstYear, int lastYear);

    /// One of them.
    ///
    /// @param version the content that counts of the record; held or refused
    /// @param programme name as written
    /// @param since it earns nothing: when a registrar refused it, when it was taken back, or else
    ///   when it landed
    /// @param peer the record that it is held for
    /// @param refused what a registrar said who refused it
    record HeldTraining(
            RecordVersion version,
            String programme,
            Instant since,
            @Nullable HeldFor peer,
            @Nullable String refused) {
        public UUID key() {
            return version.copy().key();
        }

        /// @return null: refused, though nothing would hold it today
        public @Nullable HoldReason reason() {
            return version.matched().hold();
        }
    }

    /// Another record of the teacher.
    record HeldFor(String feed, String recordId) {}
}
