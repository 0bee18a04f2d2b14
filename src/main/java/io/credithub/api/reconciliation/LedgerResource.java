package io.credithub.api.reconciliation;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.api.problem.PastDays;
import io.credithub.domain.Credits;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.ledger.ChainProof;
import io.credithub.flow.ledger.ChainReport;
import io.credithub.flow.ledger.LedgerHistory;
import io.credithub.flow.ledger.LedgerHistory.CountyYear;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The ledger as a whole.
@Path("/api/v1/ledger")
@Tag(name = "reconciliation")
public final class LedgerResource {
    private final ChainProof proof;
    private final LedgerHistory history;
    private final PastDays days;
    private final QuestionDoor door;
    private final Callers callers;

    LedgerResource(
            ChainProof proof,
            LedgerHistory history,
            PastDays days,
            QuestionDoor door,
            Callers callers) {
        this.proof = proof;
        this.history = history;
        this.days = days;
        this.door = door;
        this.callers = callers;
    }

    /// What a look at every hash of the chain found.
    ///
    /// @param whole whether every block fits
    /// @param blocks that fit, from the first on
    /// @param brokenBlock the first that does not
    public record Proof(
            boolean whole,
            long blocks,
            long entries,
            Credits credits,
            String headHash,
            @Nullable Long brokenBlock) {
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
    @Unaudited("hashes and counts of blocks: nobody is named")
    @Path("/proof")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "逐条重算账本链 · Computes the hash of every block of the ledger anew")
    public Uni<Proof> prove() {
        return door.ask("chain", List.of(), proof::verify).map(Proof::of);
    }

    @GET
    @Unaudited("figures of counties: nobody is named")
    @Path("/counties")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "某日所知的账本合计,按县与学年 · What the ledger summed to at the end of a day, by county and"
                            + " school year")
    public Uni<List<CountyYear>> counties(@QueryParam("asOf") @Nullable String asOf) {
        LocalDate day = days.past(asOf);
        Instant before = days.endOf(day);
        Jurisdiction within = callers.view();
        return door.ask(
                "counties", List.of(before, within), () -> history.counties(before, within));
    }
}
