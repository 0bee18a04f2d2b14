package io.credithub.api.report;

import io.credithub.api.audit.Audited;
import io.credithub.domain.Text;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJob.ReportState;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.report.ReportSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A job as it is told to a caller.
///
/// @param name as it is asked for
/// @param title of the report
/// @param askedBy the id of a key
/// @param knownOn as known on which moment it was asked for; absent: on that at which it is made
/// @param asOf the moment of the figures; absent: it has not begun
/// @param rows that are written so far
/// @param fileName of its file
/// @param sha256 of its file, 64 hex digits; it stays when the file has expired
/// @param verificationCode as it stands on the paper, and `/verify` takes it
/// @param failure what stopped it
/// @param file where its file is; absent: there is none
public record ReportView(
        int id,
        String name,
        Text title,
        String division,
        int schoolYear,
        Map<String, String> terms,
        String format,
        String language,
        ReportState state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant knownOn,
        @Nullable Instant asOf,
        @Nullable Instant begunAt,
        @Nullable Instant finishedAt,
        long rows,
        String fileName,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable String verificationCode,
        @Nullable String failure,
        @Nullable String file)
        implements Audited {
    static ReportView of(ReportJob job) {
        ReportOrder order = job.order();
        ReportMark mark = job.mark();
        return new ReportView(
                job.id(),
                order.name().code(),
                order.name().title(),
                order.within().divisionCode(),
                order.schoolYear(),
                new TreeMap<>(order.terms()),
                order.format().code(),
                ReportBody.code(order.language()),
                job.state(),
                order.askedBy(),
                job.askedAt(),
                order.knownOn(),
                job.asOf(),
                job.begunAt(),
                job.finishedAt(),
                job.rows(),
                order.fileName(),
                mark == null ? null : mark.bytes(),
                mark == null ? null : mark.sha256(),
                mark == null ? null : mark.code(),
                job.failure(),
                job.state() == ReportState.DONE ? address(job.id()) + "/file" : null);
    }

    static String address(int id) {
        return "/api/v1/reports/" + id;
    }

    @Override
    public String auditTarget() {
        return "report=" + id;
    }

    /// A report that may be asked for.
    ///
    /// @param terms what may narrow it beside division and school year
    /// @param namesPersons whether its rows may tell of single persons
    public record OfferedReport(
            String name,
            Text title,
            List<String> terms,
            List<String> formats,
            boolean namesPersons) {
        static OfferedReport of(ReportSource source) {
            return new OfferedReport(
                    source.name().code(),
                    source.name().title(),
                    List.copyOf(new TreeSet<>(source.terms())),
                    Arrays.stream(ReportFormat.values()).map(ReportFormat::code).toList(),
                    source.name().namesPersons());
        }
    }
}
