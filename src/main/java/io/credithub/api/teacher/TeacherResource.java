package io.credithub.api.teacher;

import io.credithub.api.parameter.AskedCycle;
import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.statement.StandingQuery;
import io.credithub.flow.statement.StatementQuery;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.Registry.Profile;
import io.credithub.flow.teacher.Registry.RegisteredTeacher;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Teachers and their credits. A teacher outside the caller's jurisdiction is answered exactly like
/// one that does not exist.
@Path("/api/v1/teachers/{teacherNo}")
@Tag(name = "registry")
public final class TeacherResource {
    private final Registry registry;
    private final StatementQuery statements;
    private final StandingQuery standings;
    private final AskedCycle asked;
    private final Callers callers;

    TeacherResource(
            Registry registry,
            StatementQuery statements,
            StandingQuery standings,
            AskedCycle asked,
            Callers callers) {
        this.registry = registry;
        this.statements = statements;
        this.standings = standings;
        this.asked = asked;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "教师基本信息(证件号码已掩码) · A teacher, with the ID number masked")
    public Uni<Profile> profile(@PathParam("teacherNo") String teacherNo) {
        return registry.find(teacherNo, callers.view())
                .map(found -> known(found.map(RegisteredTeacher::profile)));
    }

    @GET
    @Path("/statement")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.SCHOOL, Role.OPERATOR})
    @Operation(
            summary =
                    "学分账单:逐笔依据、来源与周期状况 · The account of a cycle: each entry with its steps and"
                            + " source")
    public Uni<StatementView> statement(
            @PathParam("teacherNo") String teacherNo,
            @QueryParam("cycle")
                    @Parameter(
                            description =
                                    "周期首学年,默认当前周期 · First school year of the cycle; the current"
                                            + " one by default",
                            example = "2022")
                    @Nullable Integer cycle) {
        return statements
                .tell(teacherNo, asked.cycle(cycle), callers.sight())
                .map(found -> known(found.map(StatementView::of)));
    }

    @GET
    @Path("/standing")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "某日所知的周期状况 · Where the teacher stood in a cycle, as it was known at the end of"
                            + " a day")
    public Uni<KnownStandingView> standing(
            @PathParam("teacherNo") String teacherNo,
            @QueryParam("cycle")
                    @Parameter(
                            description =
                                    "周期首学年,默认当前周期 · First school year of the cycle; the current"
                                            + " one by default",
                            example = "2022")
                    @Nullable Integer cycle,
            @QueryParam("asOf")
                    @Parameter(
                            description = "日期,默认今天,不晚于今天 · A day, today by default, not after it",
                            example = "2024-08-31")
                    @Nullable String asOf) {
        return standings
                .tell(teacherNo, asked.cycle(cycle), asked.day(asOf), callers.view())
                .map(found -> known(found.map(KnownStandingView::of)));
    }

    private static <T> T known(Optional<T> found) {
        return found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
