package io.credithub.flow.ledger;

import io.credithub.domain.ledger.Movement;
import java.util.UUID;

/// A movement of the credit bank as the ledger keeps it: a block of its own, and why.
///
/// @param subject id of the loan or reservation that it is about
/// @param policy the number of the version in force
/// @param by the id of the caller's key, or `hub` where nobody asked for it
public record LedgerMovement(
        UUID subject, Movement movement, Movement.MovementReason reason, int policy, String by) {}
