package io.credithub.api.reconciliation;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.delivery.Deliveries;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.reconciliation.CopiesDiffer;
import io.credithub.flow.reconciliation.Reconcile;
import io.credithub.flow.reconciliation.ReconciliationFigures;
import io.credithub.flow.reconciliation.ReconciliationFigures.CopyCursor;
import io.credithub.flow.reconciliation.ReconciliationFigures.PlacedDifference;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The proof: declared = received = accepted + rejected + duplicate + waiting = posted.
@Path("/api/v1/reconciliation")
@Tag(name = "reconciliation")
public final class ReconciliationResource {
    private static final int PLACE_PARTS = 3;

    private final Reconcile reconcile;
    private final ReconciliationFigures figures;
    private final Deliveries deliveries;
    private final ProofWriter writer;
    private final QuestionDoor door;
    private final Callers callers;

    ReconciliationResource(
            Reconcile reconcile,
            ReconciliationFigures figures,
            Deliveries deliveries,
            ProofWriter writer,
            QuestionDoor door,
            Callers callers) {
        this.reconcile = reconcile;
        this.figures = figures;
        this.deliveries = deliveries;
        this.writer = writer;
        this.door = door;
        this.callers = callers;
    }

    @GET
    @Unaudited("sums of the proof: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "对账证明:申报 = 收到 = 接受 + 拒绝 + 重复 + 待匹配 = 入账 · The proof, by feed, county, school"
                            + " year or delivery",
            description =
                    "市、县密钥只见本辖区教师的数据 · A key of a city or county sees what its own teachers'"
                            + " records come to, and nothing of others")
    @APIResponse(
            responseCode = "200",
            description = "各项合计与不变量;text/csv 为表格 · Sums and invariants; a table as text/csv",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(oneOf = {ProofView.class, DivisionProofView.class})),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> proof(@BeanParam ProofQuestion asked) {
        if (!callers.viewsWhole()) return ofDivision(asked);
        if (asked.by() == ProofQuestion.ProofScope.DELIVERY) return byDelivery(asked);
        boolean recount = asked.recount;
        return door.ask("proof", List.of(recount), () -> reconcile.reconcile(recount))
                .chain(proof -> writer.proof(proof, asked));
    }

    /// Deliveries and feeds span counties: a division sees what they gave its own teachers.
    private Uni<Response> ofDivision(ProofQuestion asked) {
        Jurisdiction within = callers.view();
        if (asked.by() != ProofQuestion.ProofScope.DELIVERY) {
            boolean recount = asked.recount;
            return door.ask(
                            "proof of a division",
                            List.of(within, recount),
                            () -> reconcile.reconcile(within, recount))
                    .chain(proof -> writer.proof(proof, asked));
        }
        int most = Page.limit(asked.limit);
        long before = Cursor.number(asked.cursor, Long.MAX_VALUE);
        return door.ask(
                        "shares of a division",
                        List.of(within, before, most),
                        () -> deliveries.shares(within, before, most + 1))
                .map(found -> Page.of(found, most, last -> Cursor.of(last.delivery())))
                .map(page -> writer.shares(page, asked));
    }

    private Uni<Response> byDelivery(ProofQuestion asked) {
        int most = Page.limit(asked.limit);
        long before = Cursor.number(asked.cursor, Long.MAX_VALUE);
        return deliveries
                .list(null, before, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.delivery())))
                .map(page -> writer.deliveries(page, asked));
    }

    @GET
    @Unaudited("counts of deliveries: nobody is named")
    @Path("/declarations")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "申报与收到不一致的批次 · Deliveries that declare what was not received so, with the"
                            + " rejected records behind it",
            description = "批次跨县,市、县密钥不可见 · Deliveries span counties: for the whole province only")
    public Uni<Page<DeliveryStatus>> declarations(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        if (!callers.viewsWhole()) throw new ProblemException(ProblemCode.FORBIDDEN);
        int most = Page.limit(limit);
        long after = Cursor.number(cursor, 0);
        return door.ask(
                        "declarations",
                        List.of(after, most),
                        () -> deliveries.differing(after, most + 1))
                .map(found -> Page.of(found, most, last -> Cursor.of(last.delivery())));
    }

    @GET
    @Path("/differences")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "多个系统对同一培训的记录不一致 · Copies of the same training from several systems that"
                            + " differ")
    public Uni<Page<CopiesDiffer>> differences(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        Jurisdiction within = callers.view();
        CopyCursor after = place(cursor);
        return door.ask(
                        "differences",
                        List.of(within, after, most),
                        () -> figures.differences(within, after, most + 1))
                .map(found -> Page.of(found, most, last -> cursor(last.place())))
                .map(page -> page.map(PlacedDifference::copies));
    }

    private static String cursor(CopyCursor place) {
        return Cursor.of(place.teacher(), place.family(), place.record());
    }

    private static CopyCursor place(@Nullable String cursor) {
        if (cursor == null) return CopyCursor.FIRST;
        try {
            String[] parts = Cursor.parts(cursor, PLACE_PARTS);
            return new CopyCursor(
                    Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Cursor.uuid(parts[2]));
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }
}
