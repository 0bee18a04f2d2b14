package io.credithub.api.roster;

import io.credithub.api.body.BodyLimit;
import io.credithub.api.body.BufferedBody;
import io.credithub.api.body.TakenBody;
import io.credithub.api.body.Takes;
import io.credithub.api.delivery.FindingView;
import io.credithub.api.parameter.FileCharset;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionCatalogue.CodeStanding;
import io.credithub.domain.division.KnownDivision;
import io.credithub.flow.access.Role;
import io.credithub.flow.division.FindMisplaced;
import io.credithub.flow.division.FindMisplaced.MisplacedHeads;
import io.credithub.flow.division.KnownDivisions;
import io.credithub.flow.division.RosterDivisions.DivisionHeads;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.roster.RosterIntake;
import io.credithub.flow.roster.RosterReport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The roster of teachers (花名册), in. Doing it twice is harmless.
@Takes(BodyLimit.ROSTER)
@Path("/api/v1/roster")
@Tag(name = "operation")
public final class RosterResource {
    private final RosterIntake roster;
    private final KnownDivisions divisions;
    private final TakenBody body;

    RosterResource(RosterIntake roster, KnownDivisions divisions, TakenBody body) {
        this.roster = roster;
        this.divisions = divisions;
        this.body = body;
    }

    /// Rows whose teacher belongs to no county of today. They are taken all the same.
    ///
    /// @param today the divisions of today that answer for the code
    public record MisplacedRows(
            String division,
            String divisionName,
            CodeStanding problem,
            long rows,
            List<String> today) {}

    /// What became of it.
    ///
    /// @param resolved records that waited for a teacher and were posted
    /// @param absent of a preview: how many teachers of the file's divisions are not in it; they
    ///   stay
    /// @param absentTeachers numbers of the first of them
    /// @param misplaced codes of divisions that are unknown, no more, or no county's
    public record Report(
            long rows,
            long added,
            long changed,
            long unchanged,
            long refused,
            long resolved,
            List<FindingView> findings,
            @Nullable Long absent,
            @Nullable List<String> absentTeachers,
            List<MisplacedRows> misplaced) {
        static Report of(RosterReport report, DivisionCatalogue known) {
            RosterReport.Absent absent = report.absent();
            return new Report(
                    report.rows(),
                    report.added(),
                    report.changed(),
                    report.unchanged(),
                    report.refused(),
                    report.resolved(),
                    report.findings().stream().map(FindingView::of).toList(),
                    absent == null ? null : absent.count(),
                    absent == null ? null : absent.teachers(),
                    misplaced(report, known));
        }

        private static List<MisplacedRows> misplaced(RosterReport report, DivisionCatalogue known) {
            List<DivisionHeads> rows = new ArrayList<>();
            report.divisions().forEach((code, count) -> rows.add(new DivisionHeads(code, count)));
            return FindMisplaced.among(known, rows).stream().map(one -> row(one, known)).toList();
        }

        private static MisplacedRows row(MisplacedHeads one, DivisionCatalogue known) {
            return new MisplacedRows(
                    one.division(),
                    known.title(one.division()).zh(),
                    one.standing(),
                    one.teachers(),
                    known.answersToday(one.division()).stream().map(KnownDivision::code).toList());
        }
    }

    @POST
    @Blocking
    @Consumes("text/csv")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "导入教师花名册 · Takes in the roster of teachers",
            description =
                    "CSV,UTF-8 或 GB18030,至多 256 MiB,可用 gzip;整份一次生效,或全部不生效 · CSV with a"
                            + " header; all of it at once, or nothing")
    @APIResponse(
            responseCode = "200",
            description = "逐行结果 · What became of its rows",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Report.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class)))
    public Uni<Report> take(
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "只预览,不生效 · Tells what would happen, keeps nothing")
                    boolean tellOnly,
            @QueryParam("charset")
                    @Parameter(description = "文件编码;也可写在 Content-Type 中 · The file's encoding")
                    @Nullable String charset,
            @BeanParam RosterHeaders headers) {
        String named = FileCharset.of(charset, headers.contentType, roster::knows);
        BufferedBody spooled = body.taken();
        return Uni.createFrom()
                .deferred(() -> roster.take(new RosterIntake.RosterFile(spooled, named, tellOnly)))
                .chain(outcome -> divisions.catalogue().map(known -> answer(outcome, known)))
                .onTermination()
                .invoke(spooled::close);
    }

    private static Report answer(Outcome<RosterReport, Finding> outcome, DivisionCatalogue known) {
        return switch (outcome) {
            case Outcome.Done<RosterReport, Finding>(RosterReport report) ->
                    Report.of(report, known);
            case Outcome.Refused<RosterReport, Finding>(Finding why) ->
                    throw ProblemException.of(why);
            case Outcome.NotFound<RosterReport, Finding> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }
}
