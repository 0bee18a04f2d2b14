package io.credithub.flow.report;

import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A report that is ready to be written.
///
/// @param number by which it is verified, where what it says has a number already, as a certificate
///   has; null: by a code of what it says
public record ReportDocument(ReportHead head, List<ReportPart> parts, @Nullable String number) {
    public ReportDocument {
        parts = List.copyOf(parts);
    }

    public ReportDocument(ReportHead head, List<ReportPart> parts) {
        this(head, parts, null);
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
