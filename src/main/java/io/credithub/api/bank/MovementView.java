package io.credithub.api.bank;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.Movement;
import io.credithub.flow.bank.Bank.MovementLine;
import java.time.Instant;
import java.util.UUID;

/// One line of a movement of the credit bank.
///
/// @param seq its number in the ledger
/// @param movement the lines of one sum to zero
/// @param subject id of the loan or reservation that it is about
/// @param account in words
/// @param why in words
/// @param credits signed
public record MovementView(
        long seq,
        long block,
        Instant madeAt,
        UUID movement,
        UUID subject,
        Movement.LegKind kind,
        Text account,
        Movement.MovementReason reason,
        Text why,
        int schoolYear,
        Credits credits) {
    public static MovementView of(MovementLine moved) {
        return new MovementView(
                moved.seq(),
                moved.block(),
                moved.made().at(),
                moved.movement(),
                moved.subject(),
                moved.kind(),
                moved.kind().title(),
                moved.reason(),
                moved.reason().text(),
                moved.schoolYear(),
                moved.credits());
    }
}
