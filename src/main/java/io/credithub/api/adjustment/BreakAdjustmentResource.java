package io.credithub.api.adjustment;

import io.credithub.api.adjustment.AdjustmentBodies.AdjustmentBody;
import io.credithub.flow.access.Role;
import io.credithub.flow.adjustment.AdjustAwards;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Adjusting what the record of a break earns.
@Path("/api/v1/reconciliation/breaks")
@Tag(name = "adjustments")
public final class BreakAdjustmentResource {
    private final AdjustAwards adjust;
    private final AdjustmentRequests requests;

    BreakAdjustmentResource(AdjustAwards adjust, AdjustmentRequests requests) {
        this.adjust = adjust;
        this.requests = requests;
    }

    @POST
    @Path("/{identity}/adjustment")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "由一项差异提出调整其记录的学分 · Proposes, from a break, what its record earns instead of"
                            + " what the rules give",
            description =
                    "副本差异调整的是入账的那一条;没有记录的差异(未收到等)无从调整,由学校申报认定或由来源补报 · Of a copy that"
                            + " stands aside the record that counts is adjusted. A break without a"
                            + " record of ours is none to adjust: have it claimed or reported")
    public Uni<AdjustmentView> propose(
            @PathParam("identity") UUID identity, @Nullable AdjustmentBody body) {
        AdjustmentBody asked = AdjustmentRequests.needed(body, "credits");
        return adjust.ofBreak(requests.request(asked.reason()), identity, asked.asked())
                .chain(requests::told);
    }
}
