package io.credithub.api.bank;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.Purpose;
import io.credithub.flow.access.Role;
import io.credithub.flow.bank.ReserveCredits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Withdrawing credits (支取): reserved for a use, then used or released. What there is, the account
/// lists.
@Path("/api/v1/teachers/{teacherNo}/reservations")
@Tag(name = "bank")
public final class ReservationResource {
    private final ReserveCredits reservations;
    private final BankRequests requests;

    ReservationResource(ReserveCredits reservations, BankRequests requests) {
        this.reservations = reservations;
        this.requests = requests;
    }

    /// The body of the request.
    ///
    /// @param cycle its first school year; absent: the current one
    public record ReservationBody(
            @Schema(examples = "2022") @Nullable Integer cycle,
            @Schema(implementation = String.class, examples = "12.50") @Nullable BigDecimal credits,
            @Schema(implementation = Purpose.class) @Nullable String purpose,
            @Nullable String note) {}

    /// What was made.
    public record MadeReservation(UUID id) {}

    @POST
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            summary = "预留认定学分,用于职称、聘任、注册、评优等 · Reserves recognised credits for a use",
            description =
                    "不超过认定学分减去已预留和已支取;不改变周期状况 · Not more than is available; the standing"
                            + " stays as it is")
    public Uni<MadeReservation> reserve(
            @PathParam("teacherNo") String teacherNo, @Nullable ReservationBody body) {
        if (body == null) throw ProblemException.badParameter("credits", ExpectedValue.DECIMAL);
        Credits credits = BankRequests.credits(body.credits(), "credits");
        String note = body.note() == null ? null : BankRequests.text(body.note(), "note");
        ReserveCredits.ReservationRequest checked =
                new ReserveCredits.ReservationRequest(
                        requests.cycle(body.cycle()),
                        credits,
                        BankRequests.purpose(body.purpose()),
                        note);
        return reservations
                .reserve(requests.of(teacherNo), checked)
                .map(BankRequests::done)
                .map(MadeReservation::new);
    }

    @POST
    @Path("/{id}/use")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(204)
    @APIResponse(responseCode = "204", description = "已支取 · Used")
    @Operation(summary = "支取已预留的学分 · Uses what was reserved")
    public Uni<Void> use(@PathParam("teacherNo") String teacherNo, @PathParam("id") String id) {
        return reservations
                .use(requests.of(teacherNo), BankRequests.id(id))
                .map(BankRequests::done)
                .replaceWithVoid();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "释放已预留的学分 · Releases what was reserved")
    public Uni<Void> release(@PathParam("teacherNo") String teacherNo, @PathParam("id") String id) {
        return reservations
                .release(requests.of(teacherNo), BankRequests.id(id))
                .map(BankRequests::done)
                .replaceWithVoid();
    }
}
