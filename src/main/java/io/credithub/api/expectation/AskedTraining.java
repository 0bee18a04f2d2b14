package io.credithub.api.expectation;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.StorableText;
import io.credithub.domain.Text;
import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.expectation.ExpectedTraining;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which training a list is about: a programme by its code, its name or both, and a period.
final class AskedTraining {
    private static final int YEARS_MAX = 3;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Text PERIOD =
            new Text(
                    "填写日期,如 2026-07-01;止日不早于起日,至多三年",
                    "write a day that exists, like 2026-07-01; the period ends no earlier than it"
                            + " starts and within three years");

    @QueryParam("programme")
    @Parameter(description = "项目编号(登记库) · Code of the programme in the register")
    @Nullable String programme;

    @QueryParam("name")
    @Parameter(description = "项目名称;无编号时必填 · Name of the programme, where it has no code")
    @Nullable String name;

    @QueryParam("startsOn")
    @Parameter(description = "期间首日 · First day of the period")
    @Nullable String startsOn;

    @QueryParam("endsOn")
    @Parameter(description = "期间末日 · Last day of the period")
    @Nullable String endsOn;

    @QueryParam("feed")
    @Parameter(description = "运维人员代数据源报送时填写 · Whose programme it is, if an operator sends it")
    @Nullable String feed;

    /// @throws ProblemException if it is none
    ExpectedTraining training() {
        String code = text("programme", programme);
        String named = text("name", name);
        if (code == null && named == null) {
            throw ProblemException.badParameter("programme", ExpectedValue.NEEDED);
        }
        LocalDate first = day("startsOn", startsOn);
        LocalDate last = day("endsOn", endsOn);
        if (last.isBefore(first) || last.isAfter(first.plusYears(YEARS_MAX))) {
            throw ProblemException.badParameter("endsOn", endsOn, PERIOD);
        }
        return new ExpectedTraining(
                code, named == null ? String.valueOf(code) : named, first, last);
    }

    private static @Nullable String text(String parameter, @Nullable String given) {
        if (given == null) return null;
        String text = given.strip();
        boolean isFit =
                !text.isEmpty()
                        && text.length() <= ExpectedTraining.TEXT_LENGTH_MAX
                        && StorableText.isStorable(text)
                        && text.chars().noneMatch(Character::isISOControl)
                        && ResidentId.masked(text).equals(text);
        if (isFit) return text;
        throw ProblemException.badParameter(
                parameter, given, ExpectedValue.text(ExpectedTraining.TEXT_LENGTH_MAX));
    }

    private static LocalDate day(String parameter, @Nullable String given) {
        if (given == null) throw ProblemException.badParameter(parameter, ExpectedValue.NEEDED);
        try {
            if (DAY.matcher(given).matches()) {
                LocalDate day = LocalDate.parse(given, DateTimeFormatter.ISO_LOCAL_DATE);
                if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) return day;
            }
        } catch (DateTimeParseException noDay) {
            // told below, like one that is written otherwise
        }
        throw ProblemException.badParameter(parameter, given, PERIOD);
    }
}
