package io.credithub.torture.fault;

import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.hub.FaultKind;
import io.credithub.torture.load.DropLoad;
import io.credithub.torture.load.PullSource;
import io.credithub.torture.load.SourceMood;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Sources that are slow or broken.
///
/// @param source the one that is pulled
/// @param drops the one that drops files
public record SourceFaults(PullSource source, DropLoad drops) implements Fault {
    @Override
    public @Nullable String inject(Planned planned) throws IOException, InterruptedException {
        if (planned.kind() == FaultKind.DROP_BROKEN) {
            drops.dropBroken(planned.number());
            Thread.sleep(planned.lasts());
            return null;
        }
        source.mood(SourceMood.of(planned.kind()));
        try {
            Thread.sleep(planned.lasts());
        } finally {
            source.mood(SourceMood.WELL);
        }
        return null;
    }
}
