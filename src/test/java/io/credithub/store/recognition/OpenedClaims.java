package io.credithub.store.recognition;

import io.credithub.flow.recognition.ClaimOutbox;
import io.credithub.flow.recognition.ClaimRepository;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.connection.Sessions;

/// For tests that have a pool and no container.
public final class OpenedClaims {
    private OpenedClaims() {}

    public static ClaimRepository repository(Sessions sessions, Sealing sealing) {
        return new PostgresClaims(sessions, sealing);
    }

    public static ClaimOutbox outbox(Sessions sessions, Sealing sealing) {
        return new PostgresDispatches(sessions, sealing);
    }
}
