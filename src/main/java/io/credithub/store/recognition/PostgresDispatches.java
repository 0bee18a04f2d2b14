package io.credithub.store.recognition;

import io.credithub.flow.recognition.ClaimOutbox;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.connection.Sessions;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What decisions push, in `recognition_push`: open for as long as no delivery is known.
@ApplicationScoped
public class PostgresDispatches implements ClaimOutbox {
    private static final String OPEN =
            "from PushRow where delivery is null order by id.claim, id.no";

    private final Sessions sessions;
    private final Sealed sealed;

    PostgresDispatches(Sessions sessions, Sealing sealing) {
        this.sessions = sessions;
        this.sealed = new Sealed(sealing);
    }

    @Override
    public Uni<List<Pending>> pending(int most) {
        return sessions.read(session ->
                        session.createSelectionQuery(OPEN, PushRow.class)
                                .setMaxResults(most)
                                .getResultList())
                .map(rows -> rows.stream().map(row -> row.pending(sealed)).toList());
    }

    @Override
    public Uni<Void> landed(Pending pending, long delivery) {
        ClaimPart id = new ClaimPart(pending.number().id(), pending.no());
        return sessions.change(session ->
                session.find(PushRow.class, id)
                        .onItem()
                        .ifNotNull()
                        .invoke(push -> push.landed(delivery))
                        .replaceWithVoid());
    }
}
