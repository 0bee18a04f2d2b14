package io.credithub.api;

import io.credithub.domain.Credits;
import io.credithub.flow.ChainProof;
import io.credithub.flow.ChainReport;
import io.credithub.flow.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The ledger as a whole.
@Path("/api/v1/ledger")
@Tag(name = "reconciliation")
public final class LedgerResource {
    private final ChainProof proof;

    LedgerResource(ChainProof proof) {
        this.proof = proof;
    }

    /// What a look at every hash of the chain found.
    ///
    /// @param whole whether every block fits
    /// @param blocks that fit, from the first on
    /// @param brokenBlock the first that does not
    public record Proof(
            boolean whole,
            int blocks,
            long entries,
            Credits credits,
            String headHash,
            @Nullable Integer brokenBlock) {
        static Proof of(ChainReport report) {
            return new Proof(
                    report.isWhole(),
                    report.blocks(),
                    report.entries(),
                    report.credits(),
                    report.headHash(),
                    report.brokenBlock());
        }
    }

    @GET
    @Path("/proof")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "逐条重算账本链 · Computes the hash of every block of the ledger anew")
    public Uni<Proof> prove() {
        return proof.verify().map(Proof::of);
    }
}
