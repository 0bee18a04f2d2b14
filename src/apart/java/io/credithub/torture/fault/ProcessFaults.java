package io.credithub.torture.fault;

import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.hub.HubProcess;
import io.credithub.torture.hub.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Processes that die, stand still or are asked to end, and a disk that is full.
public final class ProcessFaults implements Fault {
    private static final Duration STOP_MAX = Duration.ofSeconds(60);
    private static final String NO_SERVER = "no PostgreSQL ran at that moment";
    private static final long LOOK_MILLIS = 200;
    private static final int LOOKS_MAX = 100;

    private final Rig rig;
    private final Consumer<String> wrong;

    /// @param wrong told of what a hub must not do
    public ProcessFaults(Rig rig, Consumer<String> wrong) {
        this.rig = rig;
        this.wrong = wrong;
    }

    @Override
    public @Nullable String inject(Planned planned) throws IOException, InterruptedException {
        return switch (planned.kind()) {
            case HUB_KILLED -> {
                rig.hub().kill();
                yield null;
            }
            case BOTH_KILLED -> killBoth(planned);
            case HUB_STOPPED -> stopHub();
            case HUB_PAUSED -> pause(planned, rig.hub());
            case POSTGRES_KILLED -> server("KILL");
            case POSTGRES_STOPPED -> server("INT");
            case POSTGRES_PAUSED -> pausePostgres(planned);
            case BACKEND_KILLED -> killBackend(planned);
            case DISK_FULL -> fillDisk(planned);
            default -> throw new IllegalArgumentException(planned.toString());
        };
    }

    private @Nullable String killBoth(Planned planned) throws IOException, InterruptedException {
        boolean isHubFirst = planned.dice() % 2 == 0;
        if (isHubFirst) rig.hub().kill();
        @Nullable String skipped = server("KILL");
        if (!isHubFirst) rig.hub().kill();
        return skipped;
    }

    private @Nullable String stopHub() throws InterruptedException {
        boolean isInTime = rig.hub().stop(STOP_MAX);
        if (!isInTime) {
            wrong.accept("asked to end, the hub ran on for " + STOP_MAX.toSeconds() + " s");
        }
        return null;
    }

    private static @Nullable String pause(Planned planned, HubProcess hub)
            throws IOException, InterruptedException {
        hub.signal("STOP");
        try {
            Thread.sleep(planned.lasts());
        } finally {
            hub.signal("CONT");
        }
        return null;
    }

    /// A server that is just being started is waited for a little.
    private boolean awaitServer() throws InterruptedException {
        for (int look = 0; look < LOOKS_MAX && rig.postgres().pid().isEmpty(); look++) {
            Thread.sleep(LOOK_MILLIS);
        }
        return rig.postgres().pid().isPresent();
    }

    private @Nullable String server(String signal) throws IOException, InterruptedException {
        return awaitServer() && rig.postgres().signal(signal) ? null : NO_SERVER;
    }

    private @Nullable String pausePostgres(Planned planned)
            throws IOException, InterruptedException {
        if (!awaitServer()) return NO_SERVER;
        List<Long> all = rig.postgres().processes();
        Programs.signal("STOP", all);
        try {
            Thread.sleep(planned.lasts());
        } finally {
            Programs.signal("CONT", all);
        }
        return null;
    }

    private @Nullable String killBackend(Planned planned) throws IOException, InterruptedException {
        if (!awaitServer()) return NO_SERVER;
        List<Long> children = rig.postgres().children();
        if (children.isEmpty()) return "PostgreSQL had no processes beside the first";
        int one = Math.floorMod(planned.dice(), children.size());
        Programs.signal("KILL", List.of(children.get(one)));
        return null;
    }

    private @Nullable String fillDisk(Planned planned) throws IOException, InterruptedException {
        @Nullable String whyNot = rig.disk().whyNot();
        if (whyNot != null) return whyNot;
        try {
            rig.disk().fill();
            Thread.sleep(planned.lasts());
        } finally {
            rig.disk().makeRoom();
        }
        return null;
    }
}
