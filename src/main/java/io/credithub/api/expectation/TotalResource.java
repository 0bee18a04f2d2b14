package io.credithub.api.expectation;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.flow.access.Role;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.expectation.DeclaredTotal;
import io.credithub.flow.expectation.DeclaredTotals;
import io.credithub.flow.expectation.MonthTotals;
import io.credithub.flow.expectation.MonthTotals.Declaration;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What feeds declare of their months, beside what is here. A record belongs to the month in which
/// it was completed.
@Path("/api/v1/expectations/totals")
@Tag(name = "expectations")
public final class TotalResource {
    private static final int MONTHS_MAX = 24;
    private static final long COUNT_MAX = 100_000_000;
    private static final BigDecimal AMOUNT_MAX = BigDecimal.valueOf(10_000_000_000L);
    private static final Pattern MONTH = Pattern.compile("(199|20[0-9])[0-9]-(0[1-9]|1[0-2])");
    private static final Text MONTHS =
            new Text(
                    "填写月份,如 2026-05;至多 24 个月",
                    "write a month, like 2026-05; at most 24 months from the first to the last");
    private static final Text AMOUNT =
            new Text("填写不小于 0、至多两位小数的数", "write a number from 0 with at most two places");

    private final DeclaredTotals totals;
    private final QuestionDoor door;
    private final ListSenders senders;
    private final InstantSource clock;

    TotalResource(
            DeclaredTotals totals, QuestionDoor door, ListSenders senders, InstantSource clock) {
        this.totals = totals;
        this.door = door;
        this.senders = senders;
        this.clock = clock;
    }

    /// The body of the request.
    ///
    /// @param feed a feed's own key need not say
    /// @param records completed in the month, each once
    /// @param persons distinct teachers
    /// @param credits the source's own
    public record TotalBody(
            @Nullable String feed,
            @Schema(examples = "2026-05") @Nullable String month,
            @Nullable Long records,
            @Nullable Long persons,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal credits) {}

    @POST
    @Consumes("application/json")
    @RolesAllowed({Role.FEED, Role.OPERATOR})
    @Operation(
            summary = "申报某月合计 · Declares what the records of a month come to",
            description =
                    "按完成日期归月;同月的新申报替换旧的,旧的留存 · By the day of completion. A later one of the"
                            + " same month supersedes the one before, which is kept; the same"
                            + " figures again change nothing")
    @APIResponse(
            responseCode = "201",
            description = "已登记;200 表示此前已申报相同数字 · Kept; 200: the same was declared before",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Declaration.class)))
    public Uni<Response> declare(@Nullable TotalBody body) {
        DeclaredTotal total = total(body);
        return totals.declare(total, senders.key(), clock.instant())
                .map(kept ->
                        Response.status(kept.isNew() ? 201 : 200)
                                .entity(kept.declaration())
                                .build());
    }

    private DeclaredTotal total(@Nullable TotalBody body) {
        if (body == null) throw ProblemException.badParameter("month", ExpectedValue.NEEDED);
        Long records = count("records", body.records);
        if (records == null) throw ProblemException.badParameter("records", ExpectedValue.NEEDED);
        Long hours = hundredths("hours", body.hours);
        Long credits = hundredths("credits", body.credits);
        return new DeclaredTotal(
                senders.feed(body.feed),
                month("month", body.month),
                records,
                count("persons", body.persons),
                hours == null ? null : new Hours(hours),
                credits == null ? null : new Credits(credits));
    }

    private static @Nullable Long count(String name, @Nullable Long count) {
        if (count == null || (count >= 0 && count <= COUNT_MAX)) return count;
        throw ProblemException.badParameter(name, count, ExpectedValue.between(0, COUNT_MAX));
    }

    private static @Nullable Long hundredths(String name, @Nullable BigDecimal amount) {
        if (amount == null) return null;
        if (amount.signum() < 0 || amount.scale() > 2 || amount.compareTo(AMOUNT_MAX) > 0) {
            throw ProblemException.badParameter(name, amount, AMOUNT);
        }
        return amount.movePointRight(2).longValueExact();
    }

    private static YearMonth month(String name, @Nullable String month) {
        if (month == null) throw ProblemException.badParameter(name, ExpectedValue.NEEDED);
        if (MONTH.matcher(month).matches()) return YearMonth.parse(month);
        throw ProblemException.badParameter(name, month, MONTHS);
    }

    @GET
    @Unaudited("sums of months: nobody is named")
    @RolesAllowed({Role.FEED, Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "申报合计与在库合计逐月对照 · Declared months beside what is here, with the difference",
            description =
                    "按完成日期归月;被拒记录按送达月份;差额大于 0 即未到达。数据源只见自己的,市、县密钥不可见 · By the day"
                            + " of completion; rejected records by the month of their delivery. A"
                            + " difference above 0 never arrived. A feed sees its own; feeds span"
                            + " counties: else for the whole province only")
    public Uni<List<MonthTotals>> months(
            @QueryParam("feed") @Nullable String feed,
            @QueryParam("from") @Parameter(description = "首月 · First month") @Nullable String from,
            @QueryParam("to")
                    @Parameter(description = "末月;不填即首月 · Last month; else the first alone")
                    @Nullable String to) {
        String seen = senders.seen(feed);
        YearMonth first = month("from", from);
        YearMonth last = to == null ? first : month("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(MONTHS_MAX - 1))) {
            throw ProblemException.badParameter("to", to, MONTHS);
        }
        return door.ask(
                "totals", Arrays.asList(seen, first, last), () -> totals.months(seen, first, last));
    }

    @GET
    @Path("/{feed}/{month}")
    @Unaudited("sums of months: nobody is named")
    @RolesAllowed({Role.FEED, Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "某月的历次申报 · All declarations of a feed's month, the first one first")
    public Uni<List<Declaration>> history(
            @PathParam("feed") String feed, @PathParam("month") String month) {
        String seen = Objects.requireNonNull(senders.seen(feed), "one is named");
        return totals.history(seen, month("month", month));
    }
}
