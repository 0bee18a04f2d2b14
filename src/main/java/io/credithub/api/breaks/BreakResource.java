package io.credithub.api.breaks;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.breaks.BreakReports;
import io.credithub.flow.breaks.Breaks;
import io.credithub.flow.breaks.Breaks.BreakAging;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import io.credithub.flow.breaks.Breaks.BreakPlaceInList;
import io.credithub.flow.breaks.KnownBreak;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Breaks: listed, and told one by one.
@Path("/api/v1/reconciliation/breaks")
@Tag(name = "reconciliation")
public final class BreakResource {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String NEXT = "Hub-Next";
    private static final int PLACE_PARTS = 2;

    private final Breaks breaks;
    private final BreakReports reports;
    private final BreakScopes scopes;
    private final QuestionDoor door;
    private final InstantSource clock;

    BreakResource(
            Breaks breaks,
            BreakReports reports,
            BreakScopes scopes,
            QuestionDoor door,
            InstantSource clock) {
        this.breaks = breaks;
        this.reports = reports;
        this.scopes = scopes;
        this.door = door;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "差异清单,最早的在前 · Breaks, the longest open first",
            description =
                    "CSV 的下一页游标在 Hub-Next 头中 · Of a page as CSV the next cursor is in the header"
                            + " Hub-Next")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = BreakPage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> list(@BeanParam BreakQuery asked) {
        int most = Page.limit(asked.limit);
        return breaks.list(filter(asked), after(asked.cursor), most + 1)
                .map(found -> Page.of(found, most, BreakResource::cursor))
                .map(page -> asked.wantsCsv() ? csv(page, asked.bom) : json(page));
    }

    /// For the description of the interface.
    public record BreakPage(List<BreakView> items, @Nullable String next) {}

    private BreakFilter filter(BreakQuery asked) {
        BreakAge age = asked.age();
        Instant now = clock.instant();
        return new BreakFilter(
                scopes.sight(scopes.within(asked.division)),
                asked.state(),
                asked.code(),
                asked.owner(),
                asked.feed,
                asked.teacherNo,
                scopes.year(asked.schoolYear),
                asked.assignee,
                age == null ? null : age.openedAfter(now),
                age == null ? null : age.openedUntil(now));
    }

    private static String cursor(KnownBreak last) {
        Instant opened = last.times().openedAt();
        return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, opened), last.identity());
    }

    private static BreakPlaceInList after(@Nullable String cursor) {
        if (cursor == null) return BreakPlaceInList.FIRST;
        try {
            String[] parts = Cursor.parts(cursor, PLACE_PARTS);
            long micros = Long.parseLong(parts[0]);
            return new BreakPlaceInList(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Cursor.uuid(parts[1]));
        } catch (IllegalArgumentException | ArithmeticException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }

    private Response json(Page<KnownBreak> page) {
        Instant now = clock.instant();
        return Response.ok(page.map(one -> BreakView.of(one, now)), MediaType.APPLICATION_JSON)
                .build();
    }

    private Response csv(Page<KnownBreak> page, boolean bom) {
        String table = reports.breaks(page.items());
        return Response.ok(bom ? BYTE_ORDER_MARK + table : table, CSV)
                .header("Content-Disposition", "attachment; filename=breaks.csv")
                .header(NEXT, page.next())
                .build();
    }

    @GET
    @Unaudited("counts of breaks: nobody is named")
    @Path("/aging")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "未处理差异的账龄,按代码与责任方 · How long breaks have been open, by code and owner, in five"
                            + " classes")
    public Uni<List<BreakAging>> aging(
            @QueryParam("division") @Nullable String division,
            @QueryParam("schoolYear") @Nullable Integer schoolYear) {
        Jurisdiction within = scopes.sight(scopes.within(division));
        Integer year = scopes.year(schoolYear);
        Instant now = clock.instant();
        return door.ask(
                "aging of breaks",
                Arrays.asList(within, year),
                () -> breaks.aging(within, year, now));
    }

    @GET
    @Path("/{identity}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "一项差异:双方、全部不一致的字段、经过 · A break: both sides, all that differs, its history")
    public Uni<BreakView> one(@PathParam("identity") UUID identity) {
        return breaks.find(identity, scopes.sight())
                .map(found ->
                        found.map(one -> BreakView.of(one, clock.instant()))
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }
}
