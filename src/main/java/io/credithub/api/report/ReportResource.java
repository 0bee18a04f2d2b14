package io.credithub.api.report;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.report.ReportView.OfferedReport;
import io.credithub.flow.access.Role;
import io.credithub.flow.load.QuestionRefused;
import io.credithub.flow.load.QuestionRefused.RefusedQuestionReason;
import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportJobs.AskedReport;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.report.ReportWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Reports are asked for here, and made in the background. A job is told to who asked for it and to
/// who may see all that it is about; to anybody else there is none.
@Path("/api/v1/reports")
@Tag(name = "report")
public final class ReportResource {
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    /// Reports of one key that are not made yet.
    private static final int OPEN_MAX = 20;

    private final ReportCatalogue catalogue;
    private final ReportJobs jobs;
    private final ReportWork work;
    private final ReportScopes scopes;
    private final ReportDivisions divisions;
    private final KnownOn known;
    private final Callers callers;

    ReportResource(
            ReportCatalogue catalogue,
            ReportJobs jobs,
            ReportWork work,
            ReportScopes scopes,
            ReportDivisions divisions,
            KnownOn known,
            Callers callers) {
        this.catalogue = catalogue;
        this.jobs = jobs;
        this.work = work;
        this.scopes = scopes;
        this.divisions = divisions;
        this.known = known;
        this.callers = callers;
    }

    @GET
    @Unaudited("which reports there are: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "可申请的报表:名称、限定条件、格式 · Which reports there are: names, terms, formats")
    public List<OfferedReport> offered() {
        return catalogue.all().stream().map(OfferedReport::of).toList();
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "申请一份报表,后台生成 · Asks for a report, which is made in the background",
            description =
                    "division 未填为本辖区,schoolYear 未填为当前学年;asOf 为当时所知;同一密钥的同一申请尚未完成时,得到该次申请 · Without"
                        + " division all of the caller's, without schoolYear the one that is"
                        + " running. With asOf, as it was known then. Who asks for the same while"
                        + " it is open is given that job")
    @APIResponse(
            responseCode = "202",
            description = "已受理;Location 指向进度 · Taken; Location tells how far it is",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "已在申请中 · It is open already",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReportView.class)))
    public Uni<Response> ask(@Nullable ReportBody body) {
        ReportOrder order =
                ReportBody.order(body, catalogue, scopes, known, callers.caller().key());
        return divisions
                .orRefused(order.within())
                .chain(() -> known.known(order.name(), order.knownOn()))
                .chain(() -> jobs.ask(order, OPEN_MAX))
                .map(found ->
                        found.orElseThrow(
                                () -> new QuestionRefused(RefusedQuestionReason.OWNERS_PLACES)))
                .invoke(work::begin)
                .map(ReportResource::answer);
    }

    private static Response answer(AskedReport asked) {
        return Response.status(asked.isNew() ? ACCEPTED : OK)
                .header(HttpHeaders.LOCATION, ReportView.address(asked.job().id()))
                .entity(ReportView.of(asked.job()))
                .build();
    }

    @GET
    @Path("/jobs")
    @Unaudited("the caller's own requests: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "本密钥申请的报表,新者在前 · What this key asked for, the newest first")
    public Uni<Page<ReportView>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        int before =
                Math.toIntExact(
                        Math.clamp(Cursor.number(cursor, Integer.MAX_VALUE), 0, Integer.MAX_VALUE));
        return jobs.askedBy(callers.caller().key(), before, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.id())))
                .map(page -> page.map(ReportView::of));
    }

    @GET
    @Path("/{id}")
    @Unaudited("how far a report is: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "一份报表的进度;完成后含文件的大小与 SHA-256 · How far a report is; size and SHA-256 once it is"
                            + " made")
    public Uni<ReportView> one(@PathParam("id") int id) {
        return seen(id).map(ReportView::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "取消尚未完成的报表 · Cancels a report that is not made yet",
            description =
                    "申请者,或辖区涵盖该报表的登记机关与运维;已完成的不变 · By who asked, or by a registrar or operator"
                            + " who may see all of it. One that is made stays as it is")
    public Uni<ReportView> cancel(@PathParam("id") int id) {
        return seen(id).invoke(this::orForbidden)
                .chain(() -> jobs.cancel(id))
                .invoke(work::begin)
                .chain(() -> seen(id))
                .map(ReportView::of);
    }

    private void orForbidden(ReportJob job) {
        boolean isOwn = job.order().askedBy().equals(callers.caller().key());
        boolean mayDecide = !Role.of(callers.caller().grant()).equals(Role.READER);
        if (!isOwn && !mayDecide) throw new ProblemException(ProblemCode.FORBIDDEN);
    }

    private Uni<ReportJob> seen(int id) {
        return jobs.find(id)
                .map(found ->
                        found.filter(job -> job.isSeenBy(callers.caller().key(), callers.view()))
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }
}
