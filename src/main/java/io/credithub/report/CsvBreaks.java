package io.credithub.report;

import io.credithub.flow.breaks.BreakReports;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.KnownBreak;
import jakarta.inject.Singleton;
import java.util.List;

/// Breaks as CSV.
@Singleton
public final class CsvBreaks implements BreakReports {
    @Override
    public String breaks(List<KnownBreak> breaks) {
        return Csv.of(BreakTables.breaks(breaks));
    }

    @Override
    public String summary(BreakRun run) {
        return Csv.of(BreakTables.summary(run));
    }
}
