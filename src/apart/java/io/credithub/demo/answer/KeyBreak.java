package io.credithub.demo.answer;

import io.credithub.demo.model.SourceSystem;

/// A difference that must be found about a record.
///
/// @param aspect what is compared: `COPY`, `FIGURE`, `HOLD`, `INTAKE`, `RECORD` or `WITHDRAWAL`
/// @param code the primary one
/// @param isInformation nobody need do anything about it
public record KeyBreak(
        String aspect, String code, boolean isInformation, SourceSystem system, String recordId) {}
