package io.credithub.flow.recognition;

import io.smallrye.mutiny.Uni;
import java.util.List;

/// What decisions have for the ledger. Implemented by `hub.store`.
public interface ClaimOutbox {
    /// What is not known to have landed, oldest first.
    Uni<List<Pending>> pending(int most);

    /// Notes that it landed. Twice is once.
    Uni<Void> landed(Pending pending, long delivery);

    /// @param no of the event
    /// @param payload canonical records, one a line
    record Pending(ClaimNumber number, int no, byte[] payload) {}
}
