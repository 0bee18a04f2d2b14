package io.credithub.flow.report;

import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/// A report that is ready to be written.
public record ReportDocument(ReportHead head, List<ReportPart> parts) {
    public ReportDocument {
        parts = List.copyOf(parts);
    }

    public List<ReportSection> sections() {
        return parts.stream().map(ReportPart::section).toList();
    }

    public record ReportPart(ReportSection section, ReportRows rows) {}

    /// The rows of a table, in stretches: they may be more than the memory holds.
    public interface ReportRows {
        /// @param take is done with a stretch before it is given the next one
        Uni<Void> each(Function<List<ReportRow>, Uni<Void>> take);

        static ReportRows of(List<ReportRow> rows) {
            List<ReportRow> all = List.copyOf(rows);
            return take -> take.apply(all);
        }
    }
}
