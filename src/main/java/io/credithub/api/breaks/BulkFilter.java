package io.credithub.api.breaks;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which breaks are meant, by the words of the list.
///
/// @param state absent: `OPEN`
/// @param age for how many days it has been open
public record BulkFilter(
        @Nullable String division,
        @Nullable Integer schoolYear,
        @Schema(implementation = BreakCode.class) @Nullable String code,
        @Schema(implementation = BreakOwner.class) @Nullable String owner,
        @Schema(implementation = BreakState.class) @Nullable String state,
        @Nullable String feed,
        @Nullable String teacherNo,
        @Nullable String assignee,
        @Nullable String age) {
    /// Whether all that is open is meant, which nobody means by saying nothing.
    boolean saysNothing() {
        return Stream.of(division, schoolYear, code, owner, state, feed, teacherNo, assignee, age)
                .allMatch(Objects::isNull);
    }

    BreakFilter filter(BreakScopes scopes, Instant now) {
        BreakAge known = inDays();
        return new BreakFilter(
                scopes.within(division),
                state == null ? BreakState.OPEN : DeedBody.one("state", state, BreakState.values()),
                code == null ? null : DeedBody.one("code", code, BreakCode.values()),
                owner == null ? null : DeedBody.one("owner", owner, BreakOwner.values()),
                feed,
                teacherNo,
                scopes.year(schoolYear),
                assignee,
                known == null ? null : known.openedAfter(now),
                known == null ? null : known.openedUntil(now));
    }

    private @Nullable BreakAge inDays() {
        if (age == null) return null;
        BreakAge known = BreakAge.written(age);
        if (known != null) return known;
        throw ProblemException.badParameter(
                "age",
                age,
                ExpectedValue.oneOf(Stream.of(BreakAge.values()).map(BreakAge::days).toList()));
    }
}
