package io.credithub.api.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.ReportCode;
import io.credithub.flow.access.Role;
import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJob.ReportState;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportOrder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The file of a report, as it was made, piece by piece. Only for who may see all that it is about
/// now, whoever asked for it.
@Path("/api/v1/reports/{id}/file")
@Tag(name = "report")
public final class ReportFileResource {
    private static final int NOT_MODIFIED = 304;

    private final ReportJobs jobs;
    private final Callers callers;

    ReportFileResource(ReportJobs jobs, Callers callers) {
        this.jobs = jobs;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "报表文件;ETag 与 X-Content-SHA256 为其 SHA-256 · The file of a report; its SHA-256 in"
                            + " the head")
    @APIResponse(
            responseCode = "200",
            description = "文件 · The file",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "尚未生成、已取消或失败 · There is no file (yet)")
    @APIResponse(responseCode = "410", description = "文件已删除 · The file is kept no more")
    public Uni<Response> file(
            @PathParam("id") int id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return jobs.find(id)
                .map(found ->
                        found.filter(job -> job.isSeenBy(callers.caller().key(), callers.view()))
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .map(job -> answer(job, known));
    }

    private Response answer(ReportJob job, @Nullable String known) {
        if (!job.isWithin(callers.view())) throw new ProblemException(ProblemCode.FORBIDDEN);
        ReportMark mark = job.mark();
        if (job.state() != ReportState.DONE || mark == null) {
            throw new ProblemException(
                    ReportCode.of(job.state()),
                    new Particulars(null, null, job.state().name(), null));
        }
        String tag = "\"" + mark.sha256() + "\"";
        if (tag.equals(known))
            return Response.status(NOT_MODIFIED).header(HttpHeaders.ETAG, tag).build();
        ReportDownload file = new ReportDownload(mark.bytes(), no -> jobs.piece(job.id(), no));
        return Response.ok(file, job.order().format().mediaType())
                .header(HttpHeaders.ETAG, tag)
                .header("X-Content-SHA256", mark.sha256())
                .header("Repr-Digest", "sha-256=:" + base64(mark.sha256()) + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(job.order()))
                .build();
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /// RFC 6266: a name in ASCII for old clients, the Chinese one for all others.
    private static String disposition(ReportOrder order) {
        String plain =
                "%s-%s-%d.%s"
                        .formatted(
                                order.name().code(),
                                order.within().divisionCode(),
                                order.schoolYear(),
                                order.format().code());
        String written = URLEncoder.encode(order.fileName(), UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + written;
    }
}
