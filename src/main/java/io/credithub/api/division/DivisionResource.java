package io.credithub.api.division;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionCatalogue.CodeStanding;
import io.credithub.domain.division.DivisionLevel;
import io.credithub.domain.division.KnownDivision;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.access.Role;
import io.credithub.flow.division.FindMisplaced;
import io.credithub.flow.division.FindMisplaced.MisplacedHeads;
import io.credithub.flow.division.KnownDivisions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Divisions by their codes. Their names are public: every key may ask.
@Path("/api/v1/divisions")
@Tag(name = "divisions")
public final class DivisionResource {
    private final KnownDivisions divisions;
    private final FindMisplaced misplaced;
    private final Callers callers;

    DivisionResource(KnownDivisions divisions, FindMisplaced misplaced, Callers callers) {
        this.divisions = divisions;
        this.misplaced = misplaced;
        this.callers = callers;
    }

    @GET
    @Unaudited("names of divisions: nobody is named")
    @RolesAllowed({Role.FEED, Role.SCHOOL, Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "行政区划:名称、上级、有效期与承接 · Divisions in the order of their codes, with succession")
    public Uni<Page<DivisionView>> list(@BeanParam DivisionFilter filter) {
        int most = Page.limit(filter.limit);
        String after = after(filter.cursor);
        var wanted = filter.wanted();
        String name = filter.name == null ? "" : filter.name.strip();
        Jurisdiction view = view();
        return divisions
                .catalogue()
                .map(known -> {
                    List<KnownDivision> found =
                            known.all().stream()
                                    .filter(one -> one.code().compareTo(after) > 0)
                                    .filter(wanted)
                                    .filter(one -> known.title(one.code()).zh().contains(name))
                                    .limit(most + 1)
                                    .toList();
                    return Page.of(found, most, last -> Cursor.of(last.code()))
                            .map(one -> DivisionView.of(one, known, view));
                });
    }

    private static String after(@Nullable String cursor) {
        if (cursor == null) return "";
        try {
            String code = Cursor.parts(cursor, 1)[0];
            if (DivisionLevel.isCode(code)) return code;
        } catch (IllegalArgumentException notOurs) {
            // the same answer as for what is no code
        }
        throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
    }

    private @Nullable Jurisdiction view() {
        return switch (callers.caller().grant()) {
            case Permission.Operator _ -> Jurisdiction.NATION;
            case Permission.Reader reader -> reader.jurisdiction();
            case Permission.Registrar registrar -> registrar.jurisdiction();
            case Permission.SchoolPermission school -> school.county();
            case Permission.FeedPermission _ -> null;
        };
    }

    @GET
    @Unaudited("names of divisions: nobody is named")
    @Path("/{code}")
    @RolesAllowed({Role.FEED, Role.SCHOOL, Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "一个区划,现行的或已撤销的 · A division, of today or of the past")
    public Uni<DivisionView> one(@PathParam("code") String code) {
        Jurisdiction view = view();
        return divisions
                .catalogue()
                .map(known ->
                        known.find(code)
                                .map(one -> DivisionView.of(one, known, view))
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /// Teachers under a code that is no county of today.
    ///
    /// @param today the divisions of today that answer for it
    public record MisplacedView(
            String division,
            String divisionName,
            CodeStanding problem,
            long teachers,
            List<String> today) {
        static MisplacedView of(MisplacedHeads heads, DivisionCatalogue known) {
            return new MisplacedView(
                    heads.division(),
                    known.title(heads.division()).zh(),
                    heads.standing(),
                    heads.teachers(),
                    DivisionView.codes(known.answersToday(heads.division())));
        }
    }

    @GET
    @Unaudited("counts of teachers: nobody is named")
    @Path("/misplaced")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "花名册上代码未知、已撤销或不是县级的教师数 · Teachers whose division is no county of today",
            description =
                    "他们仍在各项统计中,列在其代码所在的一行 · They are in every figure, in the row of their"
                            + " code")
    public Uni<Page<MisplacedView>> misplaced() {
        return misplaced
                .in(callers.view())
                .map(found ->
                        new Page<>(
                                found.codes().stream()
                                        .map(one -> MisplacedView.of(one, found.catalogue()))
                                        .toList(),
                                null));
    }
}
