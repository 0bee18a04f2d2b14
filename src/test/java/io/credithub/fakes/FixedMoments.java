package io.credithub.fakes;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.SettledMoments;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/// Whatever is asked, the registry knows it as of one moment.
public record FixedMoments(Instant moment) implements SettledMoments {
    @Override
    public Uni<Instant> now() {
        return Uni.createFrom().item(moment);
    }

    @Override
    public Uni<Void> settled(Instant asked) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Instant> first(ReportName name) {
        return Uni.createFrom().item(Instant.EPOCH);
    }
}
