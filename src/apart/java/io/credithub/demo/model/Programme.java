package io.credithub.demo.model;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A training that somebody offers, before anybody attends it.
///
/// @param code the project's number, where there is one
/// @param organiser the body that runs it, where the systems say
/// @param session 期次, where the systems keep it apart from the name
/// @param hourHundredths 学时; 0 for a self-directed result
/// @param centralisedHundredths of a blended one: the part in presence; else 0
/// @param themes as the canonical record names them: `ETHICS`, `ICT`
/// @param result of a self-directed one: what it is
public record Programme(
        String name,
        @Nullable String code,
        @Nullable String organiser,
        @Nullable String session,
        Level level,
        Form form,
        int hourHundredths,
        int centralisedHundredths,
        LocalDate startedOn,
        LocalDate completedOn,
        List<String> themes,
        @Nullable Result result) {

    public Programme withName(String other) {
        return told(other, code, organiser, level);
    }

    public Programme withCode(@Nullable String other) {
        return told(name, other, organiser, level);
    }

    public Programme withOrganiser(String other) {
        return told(name, code, other, level);
    }

    public Programme withLevel(Level other) {
        return told(name, code, organiser, other);
    }

    public Programme withSession(String other) {
        return new Programme(
                name,
                code,
                organiser,
                other,
                level,
                form,
                hourHundredths,
                centralisedHundredths,
                startedOn,
                completedOn,
                themes,
                result);
    }

    private Programme told(
            String other, @Nullable String number, @Nullable String body, Level step) {
        return new Programme(
                other,
                number,
                body,
                session,
                step,
                form,
                hourHundredths,
                centralisedHundredths,
                startedOn,
                completedOn,
                themes,
                result);
    }

    public Programme withForm(Form other) {
        return new Programme(
                name,
                code,
                organiser,
                session,
                level,
                other,
                hourHundredths,
                centralisedHundredths,
                startedOn,
                completedOn,
                themes,
                result);
    }

    public Programme withThemes(List<String> others) {
        return new Programme(
                name,
                code,
                organiser,
                session,
                level,
                form,
                hourHundredths,
                centralisedHundredths,
                startedOn,
                completedOn,
                others,
                result);
    }
}
