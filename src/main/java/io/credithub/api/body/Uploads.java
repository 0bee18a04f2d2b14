package io.credithub.api.body;

import io.credithub.api.problem.BusyCode;
import io.credithub.api.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/// How many bodies are on their way or in work: so many of one caller, so many of all.
@Singleton
final class Uploads {
    private final int perOwner;
    private final int inAll;
    private final Map<String, Integer> byOwner = new HashMap<>();
    private int all;

    Uploads(RequestConfig config) {
        this.perOwner = config.body().perKey();
        this.inAll = config.body().atOnce();
    }

    /// @param owner a key or an address
    /// @throws ProblemException if there are as many as there may be
    synchronized UploadPlace take(String owner) {
        int own = byOwner.getOrDefault(owner, 0);
        if (own >= perOwner) throw new ProblemException(BusyCode.TOO_MANY_BODIES);
        if (all >= inAll) throw new ProblemException(BusyCode.BODIES_FULL);
        byOwner.put(owner, own + 1);
        all++;
        return new UploadPlace(owner);
    }

    private synchronized void leave(String owner) {
        byOwner.computeIfPresent(owner, (_, own) -> own == 1 ? null : own - 1);
        all--;
    }

    /// Given back once, however often it is closed.
    final class UploadPlace implements AutoCloseable {
        private final String owner;
        private boolean isOpen = true;

        private UploadPlace(String owner) {
            this.owner = owner;
        }

        @Override
        public void close() {
            synchronized (Uploads.this) {
                if (!isOpen) return;
                isOpen = false;
                leave(owner);
            }
        }
    }
}
