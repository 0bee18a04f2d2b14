package io.credithub.api.delivery;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.StatedTime;
import io.credithub.flow.delivery.Declared;
import jakarta.ws.rs.HeaderParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a sender may say beside the body. Filled in by the framework.
public final class PushHeaders {
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}");
    private static final Pattern HOURS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

    @HeaderParam("Idempotency-Key")
    @Parameter(
            description =
                    "同键同内容得同一回执,同键不同内容得 409 · Same key and body: same receipt; another body: 409")
    @Nullable String idempotencyKey;

    @HeaderParam("X-Declared-Records")
    @Parameter(description = "申报记录数,用于对账 · Records in the body, as the sender counts them")
    @Nullable String declaredRecords;

    @HeaderParam("X-Declared-Persons")
    @Parameter(description = "申报人数 · Distinct persons in the body")
    @Nullable String declaredPersons;

    @HeaderParam("X-Declared-Hours")
    @Parameter(description = "申报学时合计,至多两位小数 · Sum of the hours, at most two places")
    @Nullable String declaredHours;

    @HeaderParam("X-Stated-At")
    @Parameter(
            description =
                    "数据的日期(RFC 3339):无修订号与更新时间的记录以此定先后 · The date of the delivery itself: ranks"
                            + " versions without revision or time")
    @Nullable String statedAt;

    @HeaderParam("Content-Encoding")
    @Parameter(description = "gzip 或不填 · gzip, or absent")
    @Nullable String contentEncoding;

    Declared declared() {
        return new Declared(
                count("X-Declared-Records", declaredRecords),
                count("X-Declared-Persons", declaredPersons),
                hours());
    }

    /// @param today of the hub
    @Nullable Instant instant(LocalDate today) {
        if (statedAt == null) return null;
        try {
            Instant stated = Instant.parse(statedAt);
            if (StatedTime.isBelieved(stated, today)) return stated;
            throw ProblemException.badParameter("X-Stated-At", statedAt, ExpectedValue.STATED);
        } catch (DateTimeParseException wrong) {
            throw ProblemException.badParameter("X-Stated-At", statedAt, ExpectedValue.INSTANT);
        }
    }

    /// @return null if there is none
    @Nullable String key() {
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw ProblemException.badParameter("Idempotency-Key", ExpectedValue.KEY);
        }
        return idempotencyKey;
    }

    private static @Nullable Long count(String name, @Nullable String value) {
        if (value == null) return null;
        if (!COUNT.matcher(value).matches()) {
            throw ProblemException.badParameter(name, value, ExpectedValue.WHOLE_NUMBER);
        }
        long count = Long.parseLong(value);
        if (count > Declared.COUNT_MAX) {
            throw ProblemException.badParameter(
                    name, value, ExpectedValue.between(0, Declared.COUNT_MAX));
        }
        return count;
    }

    private @Nullable Long hours() {
        if (declaredHours == null) return null;
        if (!HOURS.matcher(declaredHours).matches()) {
            throw ProblemException.badParameter(
                    "X-Declared-Hours", declaredHours, ExpectedValue.DECIMAL);
        }
        long hundredths = new BigDecimal(declaredHours).movePointRight(2).longValueExact();
        if (hundredths > Declared.HOUR_HUNDREDTHS_MAX) {
            throw ProblemException.badParameter(
                    "X-Declared-Hours",
                    declaredHours,
                    ExpectedValue.between(0, Declared.HOUR_HUNDREDTHS_MAX / 100));
        }
        return hundredths;
    }
}
