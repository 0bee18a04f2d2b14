package io.credithub.api.programme;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.RegisterCode;
import io.credithub.domain.programme.RegisterAct;
import io.credithub.domain.programme.RegisterRefusal;
import io.credithub.flow.access.Role;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.register.ChangeRegister;
import io.credithub.flow.register.ChangeRegister.RegisterChanged;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Changes of one entry of the register, by whoever answers for the whole province.
@Path("/api/v1/programmes/{code}")
@Tag(name = "programmes")
public final class ProgrammeChangeResource {
    private final ChangeRegister register;
    private final RegisterRequests requests;

    ProgrammeChangeResource(ChangeRegister register, RegisterRequests requests) {
        this.register = register;
        this.requests = requests;
    }

    /// @param alias another name of the programme
    /// @param reason for the record
    public record AliasBody(@Nullable String alias, @Nullable String reason) {}

    /// @param into code of the programme that it is
    public record JoinBody(@Nullable String into, @Nullable String reason) {}

    public record RegisterReason(@Nullable String reason) {}

    @POST
    @Path("/aliases")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "添加别名 · Adds another name; records under it are of the programme")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegisterChangeView.class)))
    public Uni<Response> addAlias(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") boolean tellOnly,
            @Nullable AliasBody body) {
        Deciding deciding = requests.deciding(body == null ? null : body.reason());
        String alias = RegisterRequests.name(body == null ? null : body.alias(), "alias");
        return done(new RegisterAct.AliasAdded(code, alias), deciding, tellOnly);
    }

    @DELETE
    @Path("/aliases/{alias}")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "撤下别名 · Takes another name away; it stays away when a file has it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegisterChangeView.class)))
    public Uni<Response> takeAliasAway(
            @PathParam("code") String code,
            @PathParam("alias") String alias,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("dryRun") @DefaultValue("false") boolean tellOnly) {
        Deciding deciding = requests.deciding(reason);
        return done(new RegisterAct.AliasTakenAway(code, alias), deciding, tellOnly);
    }

    @POST
    @Path("/join")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "并入另一项目:两个编号和全部名称均指该项目 · Joins it to another: both codes and all names find"
                            + " that one")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegisterChangeView.class)))
    public Uni<Response> join(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") boolean tellOnly,
            @Nullable JoinBody body) {
        Deciding deciding = requests.deciding(body == null ? null : body.reason());
        String into = RegisterRequests.name(body == null ? null : body.into(), "into");
        return done(new RegisterAct.EntriesJoined(code, into), deciding, tellOnly);
    }

    @POST
    @Path("/part")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "与所并入的项目拆分 · Parts it from the one that it was joined to")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegisterChangeView.class)))
    public Uni<Response> part(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") boolean tellOnly,
            @Nullable RegisterReason body) {
        Deciding deciding = requests.deciding(body == null ? null : body.reason());
        return done(new RegisterAct.EntriesParted(code), deciding, tellOnly);
    }

    @POST
    @Path("/withdrawal")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "整体撤销项目,如考勤造假 · Withdraws the whole programme: nobody earns by it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegisterChangeView.class)))
    public Uni<Response> withdraw(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") boolean tellOnly,
            @Nullable RegisterReason body) {
        Deciding deciding = requests.deciding(body == null ? null : body.reason());
        return done(new RegisterAct.ProgrammeWithdrawn(code), deciding, tellOnly);
    }

    @DELETE
    @Path("/withdrawal")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "取消撤销 · Undoes a withdrawal")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegisterChangeView.class)))
    public Uni<Response> reinstate(
            @PathParam("code") String code,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("dryRun") @DefaultValue("false") boolean tellOnly) {
        Deciding deciding = requests.deciding(reason);
        return done(new RegisterAct.ProgrammeReinstated(code), deciding, tellOnly);
    }

    private Uni<Response> done(RegisterAct act, Deciding deciding, boolean tellOnly) {
        return (tellOnly ? register.tell(act, deciding.by()) : register.change(act, deciding))
                .map(outcome ->
                        switch (outcome) {
                            case Outcome.Done<RegisterChanged, RegisterRefusal>(
                                            RegisterChanged changed) ->
                                    RegisterChangeView.answer(changed);
                            case Outcome.NotFound<RegisterChanged, RegisterRefusal> _ ->
                                    throw new ProblemException(ProblemCode.NOT_FOUND);
                            case Outcome.Refused<RegisterChanged, RegisterRefusal>(
                                            RegisterRefusal why) ->
                                    throw new ProblemException(RegisterCode.of(why));
                        });
    }
}
