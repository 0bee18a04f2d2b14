package io.credithub.demo.model;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one system says of one attendance: as much of it as may differ between systems and
/// versions.
///
/// @param name the programme's, in this system's spelling
/// @param hourHundredths 学时; 0 for a self-directed result
/// @param centralisedHundredths of a blended training whose split is given; the rest is online
/// @param attendance in hundredths of a percent, where given
/// @param evidence how many papers are named
/// @param resultHundredths credits of a self-directed result; else 0
public record Details(
        String name,
        int hourHundredths,
        @Nullable Integer centralisedHundredths,
        Grade grade,
        @Nullable Integer attendance,
        LocalDate completedOn,
        int evidence,
        int resultHundredths) {

    public Details withName(String other) {
        return new Details(
                other,
                hourHundredths,
                centralisedHundredths,
                grade,
                attendance,
                completedOn,
                evidence,
                resultHundredths);
    }

    public Details withHours(int hundredths) {
        return new Details(
                name,
                hundredths,
                centralisedHundredths,
                grade,
                attendance,
                completedOn,
                evidence,
                resultHundredths);
    }

    public Details withGrade(Grade other) {
        return new Details(
                name,
                hourHundredths,
                centralisedHundredths,
                other,
                attendance,
                completedOn,
                evidence,
                resultHundredths);
    }

    public Details withCompletedOn(LocalDate day) {
        return new Details(
                name,
                hourHundredths,
                centralisedHundredths,
                grade,
                attendance,
                day,
                evidence,
                resultHundredths);
    }

    public Details withAttendance(int hundredthsOfPercent) {
        return new Details(
                name,
                hourHundredths,
                centralisedHundredths,
                grade,
                hundredthsOfPercent,
                completedOn,
                evidence,
                resultHundredths);
    }

    public Details withEvidence(int papers) {
        return new Details(
                name,
                hourHundredths,
                centralisedHundredths,
                grade,
                attendance,
                completedOn,
                papers,
                resultHundredths);
    }

    /// As a system says it that knows whole hours and whole percents only.
    Details inWholeNumbers() {
        return new Details(
                name,
                Math.max(100, hourHundredths / 100 * 100),
                centralisedHundredths,
                grade,
                attendance == null ? null : Integer.valueOf(attendance / 100 * 100),
                completedOn,
                Math.min(evidence, 1),
                resultHundredths);
    }

    /// Whether a form's split is given.
    public boolean isSplit(Form form) {
        return form == Form.BLENDED && centralisedHundredths != null;
    }

    /// The hours in presence, as far as they are known.
    public int inPresence() {
        return centralisedHundredths == null ? 0 : centralisedHundredths;
    }
}
