package io.credithub.source.drop;

import io.credithub.domain.StatedTime;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Delivery.CursorMove;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.result.TooManyRecords;
import io.credithub.flow.rules.Policies;
import io.credithub.source.poll.DeliveryRefused;
import io.credithub.source.poll.DeliveryRefused.Reason;
import io.credithub.source.poll.ReactiveBridge;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;

/// Lands what was read of a dropped file.
@Singleton
final class DropLanding {
    private final Landing landing;
    private final ReactiveBridge gate;
    private final Policies policies;
    private final InstantSource clock;

    /// @param policies whose calendar says what day it is
    DropLanding(Landing landing, ReactiveBridge gate, Policies policies, InstantSource clock) {
        this.landing = landing;
        this.gate = gate;
        this.policies = policies;
        this.clock = clock;
    }

    /// @return fails with [DeliveryRefused] if it holds too many records
    /// @throws Refused if nobody can have stated the file at the time that its manifest says
    CompletionStage<Receipt> land(FeedLease lease, DropFile file, Duration atMost) {
        Manifest manifest = file.manifest();
        LocalDate today = policies.dayOf(clock.instant());
        if (!StatedTime.isBelieved(manifest.statedAt(), today)) {
            throw new DeliveryRefused(Reason.BAD_MANIFEST);
        }
        Delivery delivery =
                new Delivery(
                        lease.feed(),
                        file.name(),
                        file.content(),
                        null,
                        manifest.declared(),
                        manifest.statedAt(),
                        new CursorMove(lease.fence(), file.name()));
        return gate.promise(
                "landing a file",
                atMost,
                () ->
                        landing.land(delivery)
                                .onFailure(TooManyRecords.class)
                                .transform(_ -> new DeliveryRefused(Reason.TOO_MANY)));
    }
}
