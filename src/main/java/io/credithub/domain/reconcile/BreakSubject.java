package io.credithub.domain.reconcile;

import io.credithub.domain.Sha256;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.UUID;

/// What a break is about, and under which aspect. Its identity holds for all runs: it says nothing
/// of the code, of amounts, of deliveries or of contents, so what people decided is found again
/// whatever else changes.
///
/// @param key the subject in the words of its aspect; never empty
public record BreakSubject(BreakAspect aspect, String key) {
    private static final int BYTES = 16;

    public BreakSubject {
        if (key.isEmpty()) throw new IllegalArgumentException("a break of nothing");
    }

    /// A record, whatever contents it comes to have.
    ///
    /// @param record the digest of feed and record id
    public static BreakSubject ofRecord(BreakAspect aspect, UUID record) {
        return new BreakSubject(aspect, record.toString());
    }

    /// A record that has no id that could be read.
    public static BreakSubject ofPlace(long delivery, long position) {
        return new BreakSubject(BreakAspect.INTAKE, delivery + ":" + position);
    }

    public static BreakSubject ofYear(int teacher, int schoolYear) {
        return new BreakSubject(BreakAspect.TEACHER_YEAR, teacher + ":" + schoolYear);
    }

    /// One whom an enrolment list expects, or does not.
    ///
    /// @param list the key of programme and period
    /// @param person the number of a teacher, or the key of who is on the list only
    public static BreakSubject ofExpectation(String list, String person) {
        return new BreakSubject(BreakAspect.EXPECTATION, list + ":" + person);
    }

    /// A feed's month, of all or of one division.
    public static BreakSubject ofMonth(int feed, YearMonth month, String division) {
        return new BreakSubject(BreakAspect.MONTH_TOTAL, feed + ":" + month + ":" + division);
    }

    /// A county's school year that was signed.
    public static BreakSubject ofSigned(String division, int schoolYear) {
        return new BreakSubject(BreakAspect.SIGNED_STATEMENT, division + ":" + schoolYear);
    }

    /// The first 128 bits of SHA-256 over aspect and key.
    public UUID identity() {
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(aspect.code() + ":" + key), 0, BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
