package io.credithub.api.expectation;

import io.credithub.api.body.BodyLimit;
import io.credithub.api.body.BufferedBody;
import io.credithub.api.body.TakenBody;
import io.credithub.api.body.Takes;
import io.credithub.api.delivery.FindingView;
import io.credithub.api.parameter.FileCharset;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.completion.Finding;
import io.credithub.flow.access.Role;
import io.credithub.flow.expectation.EnrolmentLists.ListChange;
import io.credithub.flow.expectation.EnrolmentReport;
import io.credithub.flow.expectation.ImportEnrolments;
import io.credithub.flow.expectation.ImportEnrolments.EnrolmentFile;
import io.credithub.flow.result.Outcome;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Enrolment lists (参训学员花名表), in. Doing it twice is harmless; a newer list of the same sender,
/// programme and period replaces the one before.
@Takes(BodyLimit.ENROLMENTS)
@Path("/api/v1/expectations/enrolments")
@Tag(name = "expectations")
public final class EnrolmentResource {
    private final ImportEnrolments lists;
    private final TakenBody body;
    private final ListSenders senders;

    EnrolmentResource(ImportEnrolments lists, TakenBody body, ListSenders senders) {
        this.lists = lists;
        this.body = body;
        this.senders = senders;
    }

    /// What became of it. `enrolled + refused = rows`.
    ///
    /// @param list number of the list in force; absent: a preview of a new one
    /// @param replaced number of the list that it replaces
    /// @param unchanged whether the list in force said the same
    /// @param added who was not on the list before
    /// @param gone who is not on it any more
    /// @param unknown whom the roster does not know, or not in the sender's division; they are
    ///   found as soon as it does
    public record EnrolmentsTaken(
            @Nullable Long list,
            @Nullable Long replaced,
            boolean unchanged,
            long rows,
            long enrolled,
            long refused,
            long added,
            long gone,
            long unknown,
            List<FindingView> findings) {
        static EnrolmentsTaken of(EnrolmentReport report) {
            ListChange change = report.change();
            return new EnrolmentsTaken(
                    change.list(),
                    change.replaced(),
                    change.isSame(),
                    report.rows(),
                    report.enrolled(),
                    report.refused(),
                    change.added(),
                    change.gone(),
                    change.unknown(),
                    report.findings().stream().map(FindingView::of).toList());
        }
    }

    @POST
    @Blocking
    @Consumes("text/csv")
    @RolesAllowed({Role.FEED, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "导入参训学员花名表 · Takes in an enrolment list",
            description =
                    "CSV,UTF-8 或 GB18030,至多 8 MiB,可用 gzip;列:teacher_no 教师编号、id_type 证件类型、id_number"
                            + " 证件号码、name 姓名、hours 学时;同一报送方、项目、期间的新表替换旧表 · CSV with a header;"
                            + " all of it at once, or nothing. A newer list of the same sender,"
                            + " programme and period replaces the one before")
    @APIResponse(
            responseCode = "200",
            description = "逐行结果与变化 · What became of its rows, and what it changes",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EnrolmentsTaken.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class)))
    public Uni<EnrolmentsTaken> take(
            @BeanParam AskedTraining training,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "只预览,不生效 · Tells what would happen, keeps nothing")
                    boolean tellOnly,
            @QueryParam("charset")
                    @Parameter(description = "文件编码;也可写在 Content-Type 中 · The file's encoding")
                    @Nullable String charset,
            @BeanParam ListHeaders headers) {
        String named = FileCharset.of(charset, headers.contentType, lists::knows);
        BufferedBody spooled = body.taken();
        return Uni.createFrom()
                .deferred(() ->
                        lists.take(
                                new EnrolmentFile(
                                        spooled,
                                        named,
                                        tellOnly,
                                        senders.owner(training.feed),
                                        training.training(),
                                        senders.key())))
                .map(EnrolmentResource::answer)
                .onTermination()
                .invoke(spooled::close);
    }

    private static EnrolmentsTaken answer(Outcome<EnrolmentReport, Finding> outcome) {
        return switch (outcome) {
            case Outcome.Done<EnrolmentReport, Finding>(EnrolmentReport report) ->
                    EnrolmentsTaken.of(report);
            case Outcome.Refused<EnrolmentReport, Finding>(Finding why) ->
                    throw ProblemException.of(why);
            case Outcome.NotFound<EnrolmentReport, Finding> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }
}
