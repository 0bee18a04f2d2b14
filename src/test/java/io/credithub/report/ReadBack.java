package io.credithub.report;

import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportSection;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Reads what stands under the tables back from a written report, as somebody would who has the
/// file alone. There is one for each format.
public interface ReadBack {
    List<ReadSection> read(byte[] file, List<ReportSection> sections) throws IOException;

    /// @param rows how many the file has; -1 where it does not tell
    /// @param totals by the key of the column: whole, in hundredths or a share
    record ReadSection(long rows, Map<String, Long> totals) {}

    /// An amount as it was before it was written as a decimal.
    static long amount(CellType type, BigDecimal decimal) {
        int places = type == CellType.HUNDREDTHS || type == CellType.SHARE ? 2 : 0;
        return decimal.movePointRight(places).longValueExact();
    }
}
