package io.credithub.store.ledger;

import io.credithub.domain.ledger.Chain;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Movement.Leg;
import io.credithub.domain.ledger.Occasion;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.store.sql.BatchSender;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/// Writes a movement of the bank: a row that says why, and a block of its own in the ledger. Its
/// lines carry the movement's id where an award's carry its record, and the number of the line
/// where an award's carry that of the content.
record LedgerMovementWriter(SqlConnection connection, LedgerHead head) {
    private static final String RECORD =
            """
            insert into movement (id, teacher_id, subject, reason, made_by)
            values ($1, $2, $3, $4, $5)\
            """;

    /// No rule of awarding leads to a movement.
    private static final int NO_RULE = 0;

    /// @return the head of the ledger afterwards
    Uni<LedgerHead> write(LedgerMovement moving) {
        Movement movement = moving.movement();
        Tuple row =
                Tuple.of(
                        movement.id(),
                        movement.teacher(),
                        moving.subject(),
                        moving.reason().name(),
                        moving.by());
        LedgerWriter ledger = new LedgerWriter(connection, head, Occasion.NONE, lines(moving));
        LedgerHead moved = ledger.moved();
        List<Uni<Void>> statements = new ArrayList<>(ledger.append(moved));
        statements.add(connection.preparedQuery(RECORD).execute(row).replaceWithVoid());
        return BatchSender.inOneGo(statements).replaceWith(moved);
    }

    private List<Chain.ChainLine> lines(LedgerMovement moving) {
        Movement movement = moving.movement();
        List<Chain.ChainLine> lines = new ArrayList<>();
        for (Leg leg : movement.legs()) {
            int number = lines.size() + 1;
            lines.add(
                    new Chain.ChainLine(
                            head.seq() + number,
                            head.block() + 1,
                            movement.teacher(),
                            movement.id(),
                            number,
                            leg.kind().code(),
                            leg.schoolYear(),
                            moving.policy(),
                            NO_RULE,
                            Math.toIntExact(leg.credits().hundredths()),
                            0,
                            0,
                            moving.reason().code(),
                            null));
        }
        return lines;
    }
}
