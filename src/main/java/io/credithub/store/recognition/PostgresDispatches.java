package io.credithub.store.recognition;

import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimOutbox;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// What decisions push, in `recognition_push`: open for as long as no delivery is known.
@ApplicationScoped
public class PostgresDispatches implements ClaimOutbox {
    private final Pool pool;
    private final Sealed sealed;

    PostgresDispatches(Pool pool, Sealing sealing) {
        this.pool = pool;
        this.sealed = new Sealed(sealing);
    }

    @Override
    public Uni<List<Pending>> pending(int most) {
        return pool.preparedQuery(
                        """
                        select recognition_id, no, payload, payload_key from recognition_push
                        where delivery_id is null order by recognition_id, no limit $1\
                        """)
                .execute(Tuple.of(most))
                .map(rows -> {
                    List<Pending> found = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        found.add(
                                new Pending(
                                        new ClaimNumber(row.getLong("recognition_id")),
                                        row.getInteger("no"),
                                        ClaimRows.payload(row, sealed)));
                    }
                    return found;
                });
    }

    @Override
    public Uni<Void> landed(Pending pending, long delivery) {
        return pool.preparedQuery(
                        """
                        update recognition_push set delivery_id = $3
                        where recognition_id = $1 and no = $2\
                        """)
                .execute(Tuple.of(pending.number().id(), pending.no(), delivery))
                .replaceWithVoid();
    }
}
