package io.credithub.flow.subscription;

import io.credithub.flow.access.AuditTrail;
import io.credithub.flow.access.AuditTrail.AuditLine;
import io.credithub.flow.access.AuditTrail.AuditResult;
import io.credithub.flow.access.AuditTrail.Target;
import io.credithub.flow.subscription.Dispatches.TakenDispatch;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which report left the house, for whom and to where: in the audit trail before it is sent, so
/// that what is not in the trail is not sent.
public final class DispatchTrail {
    private static final String OPERATION = "SEND /api/v1/report-deliveries/{id}";
    private static final int SENT = 200;
    private static final int REFUSED = 403;
    private static final int FAILED = 502;

    private final AuditTrail trail;
    private final InstantSource clock;
    private final Consumer<String> told;

    /// @param told is told each outcome: `sent`, `failed`, `refused`
    public DispatchTrail(AuditTrail trail, InstantSource clock, Consumer<String> told) {
        this.trail = trail;
        this.clock = clock;
        this.told = told;
    }

    Uni<TrailLine> sending(TakenDispatch taken, Parcel parcel, @Nullable String role) {
        UUID request = UUID.randomUUID();
        String about = named(taken) + " report=" + parcel.job();
        return trail.write(List.of(line(request, taken, role, about, null)))
                .replaceWith(new TrailLine(request));
    }

    Uni<Void> refused(TakenDispatch taken, SendRefusal why, @Nullable String role) {
        told.accept("refused");
        String about = named(taken) + " refused=" + why;
        return trail.write(List.of(line(UUID.randomUUID(), taken, role, about, REFUSED)));
    }

    private static String named(TakenDispatch taken) {
        Subscription of = taken.what().of();
        return "id=%d subscription=%d target=%s"
                .formatted(taken.id(), of.id(), of.address().target());
    }

    private AuditLine line(
            UUID request,
            TakenDispatch taken,
            @Nullable String role,
            String about,
            @Nullable Integer status) {
        return new AuditLine(
                request,
                clock.instant(),
                taken.what().of().owner(),
                role,
                OPERATION,
                new Target(null, null, null, about),
                status,
                null,
                1);
    }

    /// A line whose end is to be told.
    final class TrailLine {
        private final UUID request;

        private TrailLine(UUID request) {
            this.request = request;
        }

        Uni<Void> sent() {
            return end("sent", SENT);
        }

        Uni<Void> failed() {
            return end("failed", FAILED);
        }

        private Uni<Void> end(String outcome, int status) {
            told.accept(outcome);
            return trail.end(new AuditResult(request, clock.instant(), status, null))
                    .onFailure()
                    .recoverWithNull(); // sent is sent
        }
    }
}
