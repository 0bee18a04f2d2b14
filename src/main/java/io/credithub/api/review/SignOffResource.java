package io.credithub.api.review;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.SignOffCode;
import io.credithub.api.review.SignOffBodies.SignOffBody;
import io.credithub.api.review.SignOffBodies.SignOffNote;
import io.credithub.api.review.SignOffBodies.SignOffReason;
import io.credithub.domain.review.SignOffAct;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.review.ActOnSignOff;
import io.credithub.flow.review.PrepareSignOff;
import io.credithub.flow.review.PrepareSignOff.PreparedSignOff;
import io.credithub.flow.review.SignOffRefusal;
import io.credithub.flow.review.SignOffRequest;
import io.credithub.flow.review.SignOffs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Statements of counties' school years on their way to a signature. One out of sight is answered
/// exactly like one that does not exist.
@Path("/api/v1/sign-offs")
@Tag(name = "sign-off")
public final class SignOffResource {
    private static final String PATH = "/api/v1/sign-offs/";

    private final PrepareSignOff preparing;
    private final ActOnSignOff acting;
    private final SignOffs signOffs;
    private final Callers callers;

    SignOffResource(
            PrepareSignOff preparing, ActOnSignOff acting, SignOffs signOffs, Callers callers) {
        this.preparing = preparing;
        this.acting = acting;
        this.signOffs = signOffs;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "学年对账表的签署,新的在前 · Sign-offs of county statements, the newest first")
    public Uni<Page<SignOffView>> list(@BeanParam SignOffQuestion asked) {
        int most = Page.limit(asked.limit);
        return signOffs.list(asked.filter(callers.view()), asked.before(), most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.id())))
                .map(page -> page.map(SignOffView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "一份签署:各步骤、合计、文件、所依据的版本、前后版本 · A sign-off: its steps, totals, files, what"
                            + " it rests on, and the versions before and after it")
    public Uni<SignOffView> one(@PathParam("id") String id) {
        return told(id(id));
    }

    private Uni<SignOffView> told(long id) {
        return signOffs.find(id, callers.view())
                .map(found -> SignOffView.of(BankRequests.known(found)));
    }

    /// What is no id names nothing.
    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }

    @POST
    @RolesAllowed(Role.REGISTRAR)
    @Operation(
            summary =
                    "编制一个县一个学年的对账表,数字、名单、差异与所依据的版本即时冻结 · Prepares the statement of a county and"
                            + " school year: figures, lists, breaks and all that they rest on are"
                            + " frozen",
            description =
                    "由该县的登记密钥编制,另一把核准,市或省审结签署 · By a registrar of the county; another one"
                            + " approves, the city or the province concludes")
    @APIResponse(
            responseCode = "201",
            description = "已编制 · It is prepared",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SignOffView.class)))
    @APIResponse(
            responseCode = "200",
            description = "同一密钥已编制,仍在签署中 · The same key has prepared it, and it is open",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SignOffView.class)))
    @APIResponse(responseCode = "409", description = "不能编制及原因 · Why it cannot be prepared")
    public Uni<Response> prepare(@Nullable SignOffBody body) {
        String county = county(body == null ? null : body.county());
        Integer year = SignOffQuestion.year(body == null ? null : body.schoolYear());
        if (year == null) throw ProblemException.badParameter("schoolYear", ExpectedValue.NEEDED);
        String note = SignOffBodies.note(body == null ? null : body.note());
        return preparing
                .prepare(request(note), county, year)
                .map(SignOffResource::done)
                .chain(made -> told(made.id()).map(view -> answer(made, view)));
    }

    private static String county(@Nullable String county) {
        try {
            if (county != null && !county.endsWith("00")) {
                return new Jurisdiction(county).divisionCode();
            }
        } catch (IllegalArgumentException notADivision) {
            // the same answer as for a city
        }
        throw ProblemException.badParameter("county", ExpectedValue.DIVISION);
    }

    private static Response answer(PreparedSignOff made, SignOffView view) {
        return made.isNew()
                ? Response.created(URI.create(PATH + made.id())).entity(view).build()
                : Response.ok(view).build();
    }

    private SignOffRequest request(String note) {
        return new SignOffRequest(callers.caller().key(), callers.view(), note);
    }

    private static <T> T done(Outcome<T, SignOffRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<T, SignOffRefusal>(T value) -> value;
            case Outcome.NotFound<T, SignOffRefusal> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
            case Outcome.Refused<T, SignOffRefusal>(SignOffRefusal why) ->
                    throw new ProblemException(SignOffCode.of(why));
        };
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed(Role.REGISTRAR)
    @Operation(summary = "核准:由该县另一把登记密钥 · Approves it, by another registrar of the county")
    public Uni<SignOffView> approve(@PathParam("id") String id, @Nullable SignOffNote body) {
        return act(id, SignOffAct.APPROVE, note(body));
    }

    @POST
    @Path("/{id}/conclude")
    @RolesAllowed(Role.REGISTRAR)
    @Operation(
            summary =
                    "审结并签署:由市或省的登记密钥,此后不再更改 · Concludes and signs it, by the city or the"
                            + " province: it is never changed again")
    public Uni<SignOffView> conclude(@PathParam("id") String id, @Nullable SignOffNote body) {
        return act(id, SignOffAct.CONCLUDE, note(body));
    }

    @POST
    @Path("/{id}/return")
    @RolesAllowed(Role.REGISTRAR)
    @Operation(
            summary =
                    "退回并说明原因:待核准的由核准人或上级,待审结的由上级;可另行编制下一版 · Returns it and says why:"
                            + " the approver or the office above; another version may be prepared")
    public Uni<SignOffView> giveBack(@PathParam("id") String id, @Nullable SignOffReason body) {
        return act(id, SignOffAct.RETURN, SignOffBodies.reason(body));
    }

    private static String note(@Nullable SignOffNote body) {
        return SignOffBodies.note(body == null ? null : body.note());
    }

    private Uni<SignOffView> act(String id, SignOffAct act, String note) {
        return acting.act(request(note), id(id), act).map(SignOffResource::done).chain(this::told);
    }
}
