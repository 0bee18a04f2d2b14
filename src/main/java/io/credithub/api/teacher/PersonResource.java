package io.credithub.api.teacher;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.roster.DecidePersons;
import io.credithub.flow.roster.PersonAct;
import io.credithub.flow.roster.Persons;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// What may be wrong about who a teacher is: proposed here, confirmed by another key.
@Path("/api/v1/teachers/{teacherNo}")
@Tag(name = "registry")
public final class PersonResource {
    private final DecidePersons decide;
    private final Persons persons;
    private final PersonRequests requests;

    PersonResource(DecidePersons decide, Persons persons, PersonRequests requests) {
        this.decide = decide;
        this.persons = persons;
        this.requests = requests;
    }

    /// What a teacher was known by, and what was proposed about them.
    public record History(List<Persons.FormerKey> former, List<ProposalView> proposals) {}

    /// @param newNumber nobody's, or a former one of the teacher's
    /// @param reason for which somebody answers
    public record Renumbering(
            @Schema(examples = "T140105000123") @Nullable String newNumber,
            @Schema(examples = "省厅换号批复") @Nullable String reason) {}

    /// @param other number of the teacher who becomes this one
    public record Merging(@Nullable String other, @Nullable String reason) {}

    /// @param newNumber of the new person
    /// @param records that go to the new person
    public record Parting(
            @Nullable String newNumber,
            @Nullable String name,
            @Schema(examples = "1988-07-01") @Nullable String birthDate,
            @Nullable List<RecordReference> records,
            @Nullable String reason) {}

    /// A record by its feed and id.
    public record RecordReference(@Nullable String feed, @Nullable String recordId) {}

    @POST
    @Path("/renumber")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(summary = "提请换号,由另一人确认 · Proposes another number; another key confirms")
    public Uni<ProposalView> renumber(
            @PathParam("teacherNo") String teacherNo, @Nullable Renumbering body) {
        if (body == null) throw ProblemException.badParameter("newNumber");
        String number = PersonRequests.number(body.newNumber(), "newNumber");
        return propose(new PersonAct.Renumber(teacherNo, number), body.reason());
    }

    @POST
    @Path("/merge")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(summary = "提请并号(两号一人),由另一人确认 · Proposes that two numbers are one person")
    public Uni<ProposalView> merge(
            @PathParam("teacherNo") String teacherNo, @Nullable Merging body) {
        if (body == null) throw ProblemException.badParameter("other");
        String other = PersonRequests.number(body.other(), "other");
        return propose(new PersonAct.Merge(teacherNo, other), body.reason());
    }

    @POST
    @Path("/part")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(summary = "提请分号(一号两人),由另一人确认 · Proposes that one number is two persons")
    public Uni<ProposalView> part(
            @PathParam("teacherNo") String teacherNo, @Nullable Parting body) {
        if (body == null) throw ProblemException.badParameter("newNumber");
        PersonAct.PartRecords part =
                new PersonAct.PartRecords(
                        teacherNo,
                        PersonRequests.number(body.newNumber(), "newNumber"),
                        BankRequests.text(body.name(), "name"),
                        PersonRequests.day(body.birthDate(), "birthDate"),
                        PersonRequests.records(body.records()));
        return propose(part, body.reason());
    }

    @GET
    @Path("/history")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "曾用编号、证件(掩码)、姓名与处理经过 · Former numbers, documents and names")
    public Uni<History> history(@PathParam("teacherNo") String teacherNo) {
        DecidePersons.PersonRequest request = requests.request();
        return persons.find(teacherNo)
                .map(found -> {
                    if (found == null || !request.within().covers(found.division())) {
                        throw new ProblemException(ProblemCode.NOT_FOUND);
                    }
                    return found.teacher();
                })
                .chain(teacher ->
                        Uni.combine()
                                .all()
                                .unis(
                                        persons.former(teacher),
                                        persons.proposals(teacher, request.within()))
                                .with((former, proposals) ->
                                        new History(former, ProposalView.all(proposals))));
    }

    private Uni<ProposalView> propose(PersonAct act, @Nullable String reason) {
        String text = BankRequests.text(reason, "reason");
        return decide.propose(requests.request(), act, text).map(PersonRequests::done);
    }
}
