package io.credithub.demo.answer;

import io.credithub.demo.model.SourceSystem;

/// A difference that must be found.
///
/// @param aspect what is compared: `COPY`, `FIGURE`, `HOLD`, `INTAKE`, `RECORD` or `WITHDRAWAL` of
///   a record, `EXPECTATION`, `TEACHER_YEAR`, `MONTH_TOTAL`
/// @param code the primary one
/// @param isInformation nobody need do anything about it
/// @param feed whose record or month it is; empty where it is no feed's
/// @param about the record's id, the teacher or the month; empty where it has no name
public record KeyBreak(
        String aspect, String code, boolean isInformation, String feed, String about) {
    static KeyBreak ofRecord(String aspect, String code, SourceSystem system, String recordId) {
        return new KeyBreak(aspect, code, false, system.feed(), recordId);
    }

    /// The same, for information only if so.
    KeyBreak told(boolean isOnly) {
        return new KeyBreak(aspect, code, isOnly, feed, about);
    }
}
