package io.credithub.api.teacher;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.roster.DecidePersons;
import io.credithub.flow.roster.Persons;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What registrars have proposed about who is who, and what waits for them.
@Path("/api/v1/persons")
@Tag(name = "registry")
public final class ProposalResource {
    private final DecidePersons decide;
    private final Persons persons;
    private final PersonRequests requests;

    ProposalResource(DecidePersons decide, Persons persons, PersonRequests requests) {
        this.decide = decide;
        this.persons = persons;
        this.requests = requests;
    }

    @GET
    @Path("/proposals")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "换号、并号、分号的提请 · Proposals to renumber, merge and part")
    public Uni<List<ProposalView>> all(
            @QueryParam("state")
                    @Parameter(description = "OPEN(默认)、CONFIRMED 或 REFUSED · OPEN by default")
                    @Nullable String state) {
        Persons.ProposalState which = PersonRequests.state(state);
        return persons.proposals(which, requests.request().within()).map(ProposalView::all);
    }

    @GET
    @Path("/proposals/{id}")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "一项提请 · A proposal")
    public Uni<ProposalView> one(@PathParam("id") String id) {
        UUID known = BankRequests.id(id);
        return persons.proposal(known, requests.request().within())
                .map(found -> {
                    if (found == null) throw new ProblemException(ProblemCode.NOT_FOUND);
                    return ProposalView.of(found);
                });
    }

    @POST
    @Path("/proposals/{id}/confirm")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "确认并执行,学分随之转移 · Confirms and does it; the credits follow")
    public Uni<ProposalView> confirm(@PathParam("id") String id) {
        return decide.confirm(requests.request(), BankRequests.id(id)).map(PersonRequests::done);
    }

    @POST
    @Path("/proposals/{id}/refuse")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "驳回 · Refuses it; nothing is done")
    public Uni<ProposalView> refuse(@PathParam("id") String id) {
        return decide.refuse(requests.request(), BankRequests.id(id)).map(PersonRequests::done);
    }

    @GET
    @Path("/doubts")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "因身份存疑未采纳的名册行 · Roster rows that wait for a registrar")
    public Uni<List<Persons.RosterDoubt>> doubts() {
        return persons.doubts(requests.request().within());
    }
}
