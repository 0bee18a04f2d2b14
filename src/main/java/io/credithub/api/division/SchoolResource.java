package io.credithub.api.division;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission.SchoolPermission;
import io.credithub.flow.access.Role;
import io.credithub.flow.division.KnownDivisions;
import io.credithub.flow.division.Schools;
import io.credithub.flow.division.Schools.RosterSchool;
import io.credithub.flow.division.Schools.SchoolPlace;
import io.credithub.flow.division.Schools.SchoolQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The schools of the roster. A school's key sees its own.
@Path("/api/v1/schools")
@Tag(name = "divisions")
public final class SchoolResource {
    private static final int NAME_MAX = 100;
    private static final int PLACE_PARTS = 2;

    private final Schools schools;
    private final KnownDivisions divisions;
    private final Callers callers;

    SchoolResource(Schools schools, KnownDivisions divisions, Callers callers) {
        this.schools = schools;
        this.divisions = divisions;
        this.callers = callers;
    }

    /// @param code absent: those whose school the roster does not tell
    /// @param name as most of those who work there have it; absent: nobody says one
    /// @param otherNames what else the roster calls it: former names, and other ways to write it
    /// @param division where they belong
    /// @param teachers who belong there
    /// @param present those of them who have not left
    public record SchoolView(
            @Nullable String code,
            @Nullable String name,
            List<String> otherNames,
            String division,
            String divisionName,
            long teachers,
            long present) {
        static SchoolView of(RosterSchool one, DivisionCatalogue known) {
            String code = one.place().school();
            return new SchoolView(
                    code.isEmpty() ? null : code,
                    one.name(),
                    one.otherNames(),
                    one.place().division(),
                    known.title(one.place().division()).zh(),
                    one.teachers(),
                    one.present());
        }
    }

    @GET
    @Unaudited("schools and how many teach there: nobody is named")
    @RolesAllowed({Role.SCHOOL, Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "花名册上的学校 · Schools of the roster, by division and code",
            description =
                    "每位教师恰在一所学校;借调、交流的在原单位 · Everybody stands at one school; who works"
                            + " elsewhere, at the home school")
    public Uni<Page<SchoolView>> list(
            @QueryParam("division")
                    @Parameter(
                            description = "六位行政区划代码,本辖区以内 · Six digits, within the caller's view")
                    @Nullable String division,
            @QueryParam("name") @Parameter(description = "名称中的一段 · A part of one of its names")
                    @Nullable String name,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        SchoolQuestion asked = question(division, part(name));
        SchoolPlace after = after(cursor);
        return divisions
                .catalogue()
                .chain(known ->
                        schools.list(asked, after, most + 1)
                                .map(found -> Page.of(found, most, SchoolResource::cursor))
                                .map(page -> page.map(one -> SchoolView.of(one, known))));
    }

    private SchoolQuestion question(@Nullable String division, @Nullable String name) {
        if (callers.caller().grant() instanceof SchoolPermission own) {
            Jurisdiction within = within(division, own.county());
            return new SchoolQuestion(within, own.schoolCode(), name);
        }
        return new SchoolQuestion(within(division, callers.view()), null, name);
    }

    /// @throws ProblemException if it is none, or not the caller's: nobody can tell the difference
    private static Jurisdiction within(@Nullable String division, Jurisdiction view) {
        if (division == null) return view;
        try {
            Jurisdiction asked = new Jurisdiction(division);
            if (asked.prefix().startsWith(view.prefix())) return asked;
        } catch (IllegalArgumentException notADivision) {
            // the same answer as for one of others
        }
        throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
    }

    private static @Nullable String part(@Nullable String name) {
        if (name == null || name.isBlank()) return null;
        if (name.length() <= NAME_MAX) return name.strip();
        throw ProblemException.badParameter("name", ExpectedValue.text(NAME_MAX));
    }

    private static String cursor(RosterSchool last) {
        return Cursor.of(
                last.place().division(),
                HexFormat.of().formatHex(last.place().school().getBytes(UTF_8)));
    }

    private static @Nullable SchoolPlace after(@Nullable String cursor) {
        if (cursor == null) return null;
        try {
            String[] parts = Cursor.parts(cursor, PLACE_PARTS);
            return new SchoolPlace(parts[0], new String(HexFormat.of().parseHex(parts[1]), UTF_8));
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }
}
