package io.credithub.domain.reconcile;

import io.credithub.domain.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A difference as a run found it, with both sides. *Ours* is what the registry goes by: the copy
/// that counts, the award, the roster. *Theirs* is what stands against it.
///
/// @param record that it is about; absent if it is about none
/// @param peer the record on our side, if it is another one
/// @param hours in hundredths
/// @param credits in hundredths
/// @param fields all that differ, each stated on both sides or missing where it is asked for
/// @param isInformation nobody need do anything
/// @param cause a word of a closed list: a hold reason, a rule of matching, a finding
public record Discrepancy(
        BreakSubject subject,
        BreakPlace place,
        @Nullable BreakRecord record,
        @Nullable BreakRecord peer,
        BothSides hours,
        BothSides credits,
        List<FieldDifference> fields,
        BreakCode code,
        boolean isInformation,
        @Nullable String cause) {
    private static final char FIELD = '\u001f';

    public Discrepancy {
        fields = List.copyOf(fields);
    }

    /// Whom and what it concerns.
    ///
    /// @param teacher the teacher's number, 0 if it is nobody's or not known whose
    /// @param division that answers for it; empty where none does: then it is the province's
    /// @param schoolYear 0 if it is of none
    public record BreakPlace(
            int teacher, String division, @Nullable String school, int schoolYear) {
        /// A feed's, or of who is not on the roster.
        public static BreakPlace ofNobody(int schoolYear) {
            return new BreakPlace(0, "", null, schoolYear);
        }
    }

    /// A record by its names.
    ///
    /// @param key the digest of feed and record id; absent if the id could not be read
    public record BreakRecord(int feed, @Nullable UUID key, @Nullable String id) {}

    /// An amount in hundredths, on either side; absent where the side does not state it.
    public record BothSides(@Nullable Long ours, @Nullable Long theirs) {
        public static final BothSides UNSTATED = new BothSides(null, null);

        public static BothSides of(long ours, long theirs) {
            return new BothSides(ours, theirs);
        }
    }

    /// One value on both sides, as a person reads it.
    ///
    /// @param field its place in the record, as `/hours`
    /// @param code of the break that it makes
    public record FieldDifference(
            String field, @Nullable String ours, @Nullable String theirs, BreakCode code) {}

    /// Equal as long as code, amounts and fields are. What people accepted holds for one print.
    public UUID print() {
        StringBuilder text = new StringBuilder().append(code.code());
        append(text, hours);
        append(text, credits);
        for (FieldDifference field : fields) {
            text.append(FIELD)
                    .append(field.field())
                    .append(FIELD)
                    .append(field.ours())
                    .append(FIELD)
                    .append(field.theirs());
        }
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text.toString()));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static void append(StringBuilder text, BothSides sides) {
        text.append(FIELD).append(sides.ours).append(FIELD).append(sides.theirs);
    }
}
