package io.credithub.api.audit;

import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.flow.access.AuditTrail;
import io.credithub.flow.access.AuditTrail.AuditEntry;
import io.credithub.flow.access.AuditTrail.AuditQuery;
import io.credithub.flow.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The audit trail, to read. A key of a division sees what was done about its own teachers, whoever
/// did it; an operator sees all.
@Path("/api/v1/audit")
@Tag(name = "operation")
public final class AuditResource {
    private static final int OPERATION_LENGTH_MAX = 120;
    private static final int TEACHER_LENGTH_MAX = 64;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{12}");
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Text KEY_ID =
            new Text("填写密钥编号:12 位十六进制小写", "write the id of a key: 12 hex digits in lower case");

    private final AuditTrail trail;
    private final Callers callers;

    AuditResource(AuditTrail trail, Callers callers) {
        this.trail = trail;
        this.callers = callers;
    }

    /// Which lines somebody wants to see. Filled in by the framework.
    public static final class Filter {
        @QueryParam("key")
        @Parameter(description = "密钥编号 · Done with this key", example = "0123456789ab")
        @Nullable String key;

        @QueryParam("teacher")
        @Parameter(description = "教师编号 · About this teacher", example = "T140105000123")
        @Nullable String teacher;

        @QueryParam("operation")
        @Parameter(
                description = "操作,按开头匹配 · Method and path, or how they begin",
                example = "GET /api/v1/teachers/{teacherNo}/statement")
        @Nullable String operation;

        @QueryParam("from")
        @Parameter(description = "不早于 · Not before", example = "2026-08-31T08:00:00+08:00")
        @Nullable String from;

        @QueryParam("until")
        @Parameter(description = "早于 · Before", example = "2026-09-01T08:00:00+08:00")
        @Nullable String until;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "审计记录,新者在前:谁在何时查阅、办理了什么,结果如何 · The audit trail, newest first: who read or did"
                            + " what, when, with which outcome",
            description =
                    "市、县密钥只见有关本辖区教师的记录 · A key of a division sees lines about its own teachers. A"
                            + " status that is absent: it is not known how the act ended.")
    public Uni<Page<AuditEntry>> all(
            @BeanParam Filter filter,
            @Parameter(description = "上一页的 next · The next of the page before")
                    @QueryParam("cursor")
                    @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        long before = Cursor.number(cursor, Long.MAX_VALUE);
        AuditQuery question =
                new AuditQuery(
                        callers.view(),
                        key(filter.key),
                        text("teacher", filter.teacher, TEACHER_LENGTH_MAX),
                        text("operation", filter.operation, OPERATION_LENGTH_MAX),
                        time("from", filter.from),
                        time("until", filter.until));
        return trail.find(question, before, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.id())));
    }

    private static @Nullable String key(@Nullable String asked) {
        if (asked == null || KEY.matcher(asked).matches()) return asked;
        throw ProblemException.badParameter("key", asked, KEY_ID);
    }

    private static @Nullable String text(String name, @Nullable String asked, int lengthMax) {
        boolean isGood = asked == null || (!asked.isBlank() && asked.length() <= lengthMax);
        if (isGood) return asked;
        throw ProblemException.badParameter(name, asked, ExpectedValue.text(lengthMax));
    }

    private static @Nullable Instant time(String name, @Nullable String asked) {
        if (asked == null) return null;
        try {
            Instant time = Instant.parse(asked);
            if (!time.isBefore(FIRST) && time.isBefore(LAST)) return time;
        } catch (DateTimeException notATime) {
            // the same answer as for one that cannot be
        }
        throw ProblemException.badParameter(name, asked, ExpectedValue.INSTANT);
    }
}
