package io.credithub.api.bank;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.domain.Credits;
import io.credithub.domain.bank.Balance;
import io.credithub.flow.access.Role;
import io.credithub.flow.bank.Bank.Reservation;
import io.credithub.flow.bank.ReserveCredits;
import io.credithub.flow.bank.ReserveCredits.CycleAccount;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A teacher's account at the credit bank.
@Path("/api/v1/teachers/{teacherNo}/account")
@Tag(name = "bank")
public final class AccountResource {
    private final ReserveCredits reservations;
    private final Callers callers;
    private final BankRequests requests;

    AccountResource(ReserveCredits reservations, Callers callers, BankRequests requests) {
        this.reservations = reservations;
        this.callers = callers;
        this.requests = requests;
    }

    /// The account of a cycle.
    ///
    /// @param available recognised − reserved − used
    public record AccountView(
            String teacherNo,
            int cycle,
            Credits earned,
            Credits recognised,
            Credits borrowed,
            Credits owed,
            Credits reserved,
            Credits used,
            Credits available,
            List<Reservation> reservations,
            List<MovementView> movements) {
        static AccountView of(CycleAccount told) {
            Balance balance = told.balance();
            return new AccountView(
                    told.teacherNo(),
                    told.cycle(),
                    balance.earned(),
                    balance.recognised(),
                    balance.borrowed(),
                    balance.owed(),
                    balance.reserved(),
                    balance.used(),
                    balance.available(),
                    told.reservations(),
                    told.movements().stream().map(MovementView::of).toList());
        }
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "学分银行账户:认定、借入、应还、预留、支取、可用,及每笔变动 · The account of a cycle at the"
                            + " credit bank, with every movement")
    public Uni<AccountView> account(
            @PathParam("teacherNo") String teacherNo,
            @QueryParam("cycle")
                    @Parameter(
                            description =
                                    "周期首学年,默认当前周期 · First school year of the cycle; the current"
                                            + " one by default",
                            example = "2022")
                    @Nullable Integer cycle) {
        return reservations
                .account(teacherNo, requests.cycle(cycle), callers.view())
                .map(found -> AccountView.of(BankRequests.known(found)));
    }
}
