package io.credithub.api;

import io.credithub.flow.Role;
import io.credithub.flow.RosterIntake;
import io.credithub.flow.RosterReport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The roster of teachers (花名册), in. Doing it twice is harmless.
@Path("/api/v1/roster")
@Tag(name = "operation")
public final class RosterResource {
    private final RosterIntake roster;
    private final Spool spool;

    RosterResource(RosterIntake roster, Spool spool) {
        this.roster = roster;
        this.spool = spool;
    }

    /// What became of it.
    ///
    /// @param resolved records that waited for a teacher and were posted
    public record Report(
            long rows,
            long added,
            long changed,
            long unchanged,
            long refused,
            long resolved,
            List<FindingView> findings) {
        static Report of(RosterReport report) {
            return new Report(
                    report.rows(),
                    report.added(),
                    report.changed(),
                    report.unchanged(),
                    report.refused(),
                    report.resolved(),
                    report.findings().stream().map(FindingView::of).toList());
        }
    }

    @POST
    @Blocking
    @Consumes("text/csv")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "导入教师花名册 · Takes in the roster of teachers",
            description = "CSV,UTF-8 或 GB18030,至多 256 MiB,可用 gzip · CSV with a header")
    public Uni<Report> take(
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(implementation = String.class)))
                    InputStream body) {
        Spooled spooled = spool.take(body, encoding, BodyLimit.ROSTER);
        return Uni.createFrom()
                .deferred(() -> roster.importCsv(spooled))
                .map(Report::of)
                .onTermination()
                .invoke(spooled::close);
    }
}
