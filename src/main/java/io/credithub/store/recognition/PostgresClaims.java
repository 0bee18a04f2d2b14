package io.credithub.store.recognition;

import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.Claim.Event;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimRepository;
import io.credithub.flow.recognition.ClaimText;
import io.credithub.flow.recognition.Visibility;
import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.connection.Sessions;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/// Claims in `recognition`, their bodies, their history and what decisions push. Of two who do
/// something at once, the one who finds the version as it was wins.
@ApplicationScoped
public class PostgresClaims implements ClaimRepository {
    private static final String UNIQUE = "23505";
    private static final String EARLIER =
            """
            from ClaimRow c where (c.submittedBy = :by and c.key = :key)
                or (c.division like :within and c.school = :school and c.ref = :ref)\
            """;

    private final Sessions sessions;
    private final Sealing sealing;
    private final Sealed sealed;

    PostgresClaims(Sessions sessions, Sealing sealing) {
        this.sessions = sessions;
        this.sealing = sealing;
        this.sealed = new Sealed(sealing);
    }

    @Override
    public Uni<Optional<ClaimNumber>> file(NewClaim claim) {
        return sessions.change(session -> file(session, claim))
                .map(Optional::of)
                .onFailure(PostgresClaims::isThereAlready)
                .recoverWithItem(Optional.empty());
    }

    private Uni<ClaimNumber> file(Session session, NewClaim claim) {
        ClaimRow row = ClaimRow.filed(claim, keyed(claim.text()));
        return session.persist(row)
                .chain(() -> {
                    long id = row.number().id();
                    EventRow first = EventRow.of(id, submitted(claim.identity()));
                    BodyRow body = BodyRow.of(sealed, id, 1, claim.text().json());
                    return session.persistAll(body, first)
                            .chain(() -> parts(session, id, 1, claim.text()));
                })
                .map(_ -> row.number());
    }

    private Uni<Void> parts(Session session, long claim, int revision, ClaimText text) {
        return session.persistAll(PartRow.of(sealing, claim, revision, text).toArray());
    }

    private static Event submitted(ClaimIdentity identity) {
        ClaimState state = ClaimState.SUBMITTED;
        return new Event(1, ClaimAction.SUBMIT, state, identity.by(), Instant.EPOCH, 1, null, null);
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof StoreFailure refused && refused.sqlState().equals(UNIQUE);
    }

    /// Keyed; earlier hubs stored the plain one.
    private byte[] keyed(ClaimText text) {
        return sealing.keyed(text.digest());
    }

    @Override
    public Uni<List<Earlier>> earlier(ClaimIdentity identity, ClaimText text) {
        List<byte[]> digests = List.of(keyed(text), text.digest());
        return sessions.read(session ->
                        session.createSelectionQuery(EARLIER, ClaimRow.class)
                                .setParameter("by", identity.by())
                                .setParameter("key", identity.key())
                                .setParameter("within", ClaimRows.starting(identity.sight()))
                                .setParameter("school", identity.schoolCode())
                                .setParameter("ref", identity.ref())
                                .getResultList())
                .map(rows -> rows.stream().map(row -> row.earlier(identity, digests)).toList());
    }

    @Override
    public Uni<Optional<Claim>> find(ClaimNumber number, Visibility sight) {
        return sessions.read(session -> new ClaimRows(session, sealed).find(number, sight))
                .map(Optional::ofNullable);
    }

    @Override
    public Uni<List<Claim>> list(
            Visibility sight, @Nullable ClaimState state, long after, int most) {
        return sessions.read(
                session -> new ClaimRows(session, sealed).list(sight, state, after, most));
    }

    @Override
    public Uni<List<Claim>> ofTeachers(ClaimSearch search) {
        return sessions.read(session -> new ClaimRows(session, sealed).ofTeachers(search, sealing));
    }

    @Override
    public Uni<Boolean> move(ClaimMove move) {
        return sessions.change(session ->
                session.find(ClaimRow.class, move.number().id())
                        .chain(claim ->
                                claim != null && claim.take(move.event())
                                        ? write(session, move).replaceWith(true)
                                        : Uni.createFrom().item(false)));
    }

    /// The claim first: of two who do something at once the later waits for the earlier one there,
    /// finds another version, and looks again.
    private Uni<Void> write(Session session, ClaimMove move) {
        Event event = move.event();
        long id = move.number().id();
        Uni<Void> written = session.flush().chain(() -> session.persist(EventRow.of(id, event)));
        ClaimText text = move.text();
        if (text != null) {
            BodyRow body = BodyRow.of(sealed, id, event.revision(), text.json());
            written =
                    written.chain(() -> session.persist(body))
                            .chain(() -> parts(session, id, event.revision(), text));
        }
        byte[] payload = move.payload();
        if (payload != null) {
            PushRow push = PushRow.of(sealed, id, event.no(), payload);
            written = written.chain(() -> session.persist(push));
        }
        return written;
    }
}
