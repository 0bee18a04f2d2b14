package io.credithub.demo.model;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A training that somebody offers, before anybody attends it.
///
/// @param code the project's number, where there is one
/// @param hourHundredths 学时; 0 for a self-directed result
/// @param centralisedHundredths of a blended one: the part in presence; else 0
/// @param themes as the canonical record names them: `ETHICS`, `ICT`
/// @param result of a self-directed one: what it is
public record Programme(
        String name,
        @Nullable String code,
        Level level,
        Form form,
        int hourHundredths,
        int centralisedHundredths,
        LocalDate startedOn,
        LocalDate completedOn,
        List<String> themes,
        @Nullable Result result) {}
