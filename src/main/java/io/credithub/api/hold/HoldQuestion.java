package io.credithub.api.hold;

import io.credithub.api.parameter.AskedChoice;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.HoldReason.HoldKind;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.hold.HoldState;
import io.credithub.flow.hold.Holds.HoldCursor;
import io.credithub.flow.hold.Holds.HoldFilter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which held records are asked for.
public final class HoldQuestion {
    private static final int CURSOR_PARTS = 2;

    @QueryParam("state")
    @Parameter(
            description =
                    "OPEN(默认)、RELEASED、REFUSED、SAME 或 DIFFERENT · OPEN by default; else what was"
                            + " decided last")
    @Nullable String state;

    @QueryParam("reason")
    @Parameter(description = "暂挂的原因 · Only those held for this reason")
    @Nullable String reason;

    @QueryParam("kind")
    @Parameter(
            description =
                    "NOT_AUTHORISED 无权报送、IMPLAUSIBLE 不合常理或 SUSPECTED 疑似重复 · Only those of this"
                            + " kind")
    @Nullable String kind;

    @QueryParam("feed")
    @Parameter(description = "数据源编号 · Only records of this feed")
    @Nullable String feed;

    @QueryParam("division")
    @Parameter(description = "行政区划代码 · Only teachers of this county or city")
    @Nullable String division;

    @QueryParam("teacher")
    @Parameter(description = "教师编号 · Only this teacher's")
    @Nullable String teacher;

    @QueryParam("cursor")
    @Parameter(description = "上一页的 next · The next of the page before")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.LIMIT)
    int limit;

    HoldFilter filter(Jurisdiction within, Feeds feeds) {
        if (feed != null && feeds.find(feed).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_FEED, Particulars.of("feed", feed, null));
        }
        HoldState asked = AskedChoice.one("state", state, HoldState.values());
        HoldState which = asked == null ? HoldState.OPEN : asked;
        return new HoldFilter(within, which, reasons(), feed, part(), teacher);
    }

    /// None: any. A reason that is not of the kind: what cannot be found is not asked for.
    private Set<HoldReason> reasons() {
        HoldReason one = AskedChoice.one("reason", reason, HoldReason.values());
        HoldKind of = AskedChoice.one("kind", kind, HoldKind.values());
        if (one != null && of != null && one.kind() != of) {
            throw ProblemException.badParameter("reason", reason, ExpectedValue.NOTHING);
        }
        if (one != null) return Set.of(one);
        Set<HoldReason> reasons = EnumSet.noneOf(HoldReason.class);
        for (HoldReason each : HoldReason.values()) if (each.kind() == of) reasons.add(each);
        return reasons;
    }

    private @Nullable Jurisdiction part() {
        if (division == null) return null;
        try {
            return new Jurisdiction(division);
        } catch (IllegalArgumentException noDivision) {
            throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
        }
    }

    @Nullable HoldCursor after() {
        if (cursor == null || cursor.isEmpty()) return null;
        try {
            String[] parts = Cursor.parts(cursor, CURSOR_PARTS);
            return new HoldCursor(Long.parseLong(parts[0]), Cursor.uuid(parts[1]));
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }

    static String cursor(HoldCursor place) {
        return Cursor.of(place.number(), place.record());
    }
}
