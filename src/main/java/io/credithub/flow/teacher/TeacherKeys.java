package io.credithub.flow.teacher;

import io.credithub.domain.teacher.Identity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a teacher is looked up by: the national teacher number first, then the ID document.
///
/// @param number in clear: it is not an ID number
/// @param numberHash its keyed hash, for waiting records
/// @param documentHash the keyed hash of the ID document
/// @param name in its normal form, to be compared with the roster
/// @param born absent: not said
/// @param school its code, as the record says: to be compared with the roster
public record TeacherKeys(
        @Nullable String number,
        @Nullable UUID numberHash,
        @Nullable UUID documentHash,
        String name,
        @Nullable LocalDate born,
        @Nullable String school) {

    /// Who the record says its teacher is.
    public Identity identity() {
        return Identity.said(numberHash, documentHash, name, born);
    }

    /// A number that is equal for equal keys: counts the persons of a delivery.
    public long person() {
        UUID key = numberHash != null ? numberHash : documentHash;
        return key == null ? 0 : key.getMostSignificantBits();
    }

    @Override
    public String toString() {
        return "TeacherKeys[masked]";
    }
}
