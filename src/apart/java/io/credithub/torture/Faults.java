package io.credithub.torture;

import io.credithub.torture.fault.DatabaseFaults;
import io.credithub.torture.fault.Fault;
import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.fault.FloodFaults;
import io.credithub.torture.fault.NeighbourFaults;
import io.credithub.torture.fault.ProcessFaults;
import io.credithub.torture.fault.Rig;
import io.credithub.torture.fault.SourceFaults;
import io.credithub.torture.hub.FaultKind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who does which fault.
final class Faults implements Fault {
    private final ProcessFaults processes;
    private final DatabaseFaults database;
    private final NeighbourFaults neighbours;
    private final SourceFaults sources;
    private final FloodFaults floods;
    private final TortureReport report;

    Faults(Rig rig, long seed, Map<String, String> sources, TortureReport report) {
        this.report = report;
        this.processes = new ProcessFaults(rig, this::wrong);
        this.database = new DatabaseFaults(rig.postgres());
        this.neighbours = new NeighbourFaults(rig, sources, this::wrong);
        this.sources = new SourceFaults(rig.source(), rig.drops());
        this.floods = new FloodFaults(rig, seed);
    }

    @Override
    public @Nullable String inject(Planned planned)
            throws IOException, SQLException, InterruptedException {
        return of(planned.kind()).inject(planned);
    }

    private Fault of(FaultKind kind) {
        return switch (kind) {
            case HUB_KILLED,
                    POSTGRES_KILLED,
                    BOTH_KILLED,
                    BACKEND_KILLED,
                    HUB_PAUSED,
                    POSTGRES_PAUSED,
                    HUB_STOPPED,
                    POSTGRES_STOPPED,
                    DISK_FULL ->
                    processes;
            case READ_ONLY, CONNECTIONS_CUT, CONNECTIONS_USED_UP, LEDGER_HELD -> database;
            case TWO_HUBS, HOME_COPIED -> neighbours;
            case SOURCE_ERRORS,
                    SOURCE_RESETS,
                    SOURCE_TRUNCATES,
                    SOURCE_RETRY_AFTER,
                    SOURCE_ENDLESS,
                    SOURCE_CIRCLES,
                    SOURCE_GZIP_BOMB,
                    SOURCE_HEADERS,
                    SOURCE_DRIPS,
                    SOURCE_TALKS,
                    DROP_BROKEN ->
                    sources;
            case FLOOD_PUSHES, FLOOD_DRIPS, FLOOD_OVERSIZED, FLOOD_BLANKS, FLOOD_RECOUNTS -> floods;
        };
    }

    /// The hub did what it must not do.
    void wrong(String what) {
        report.wrong("after fault #%d: %s".formatted(report.injected(), what));
    }

    /// Kills what a fault may have left running.
    void close() throws IOException, InterruptedException {
        neighbours.close();
    }
}
