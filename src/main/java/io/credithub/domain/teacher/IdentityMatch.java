package io.credithub.domain.teacher;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Weighs what is said of a person against what is known of a teacher. See docs/teachers.md for the
/// table.
///
/// The national number and the ID document find a teacher; the name and the birth date say whether
/// it can be the same person.
public record IdentityMatch(Agreement number, Agreement document, NameMatch name, Agreement born) {
    public enum Agreement {
        AGREES,
        DIFFERS,
        /// One side does not say it.
        UNKNOWN;

        static <T> Agreement of(Set<T> known, Set<T> said) {
            if (known.isEmpty() || said.isEmpty()) return UNKNOWN;
            return Collections.disjoint(known, said) ? DIFFERS : AGREES;
        }

        static Agreement of(@Nullable LocalDate known, @Nullable LocalDate said) {
            if (known == null || said == null) return UNKNOWN;
            return known.equals(said) ? AGREES : DIFFERS;
        }
    }

    public enum MatchVerdict {
        /// The same person, whatever is corrected by it.
        SAME,
        /// May be the same person: nothing that a file says is taken over.
        DOUBTFUL,
        /// Somebody else.
        OTHER
    }

    public static IdentityMatch of(Identity known, Identity said) {
        return new IdentityMatch(
                Agreement.of(known.numbers(), said.numbers()),
                Agreement.of(known.documents(), said.documents()),
                NameMatch.of(known.names(), said.names()),
                Agreement.of(known.born(), said.born()));
    }

    public MatchVerdict verdict() {
        boolean isNumber = number == Agreement.AGREES;
        boolean isDocument = document == Agreement.AGREES;
        if (isNumber && isDocument) return both();
        if (isNumber) return byNumber();
        return isDocument ? byDocument() : MatchVerdict.OTHER;
    }

    /// Names change and birth dates are corrected, but hardly both at once.
    private MatchVerdict both() {
        boolean isAnother = name == NameMatch.OTHER && born == Agreement.DIFFERS;
        return isAnother ? MatchVerdict.DOUBTFUL : MatchVerdict.SAME;
    }

    private MatchVerdict byNumber() {
        boolean isUncertain = document == Agreement.UNKNOWN;
        return switch (name) {
            case SAME ->
                    born != Agreement.DIFFERS
                            ? MatchVerdict.SAME
                            : isUncertain ? MatchVerdict.DOUBTFUL : MatchVerdict.OTHER;
            case ALIKE ->
                    switch (born) {
                        case AGREES -> isUncertain ? MatchVerdict.SAME : MatchVerdict.DOUBTFUL;
                        case UNKNOWN -> isUncertain ? MatchVerdict.DOUBTFUL : MatchVerdict.OTHER;
                        case DIFFERS -> MatchVerdict.OTHER;
                    };
            case OTHER ->
                    isUncertain && born == Agreement.AGREES
                            ? MatchVerdict.DOUBTFUL
                            : MatchVerdict.OTHER;
        };
    }

    private MatchVerdict byDocument() {
        boolean isUncertain = number == Agreement.UNKNOWN;
        return switch (name) {
            case SAME ->
                    isUncertain || born != Agreement.DIFFERS
                            ? MatchVerdict.SAME
                            : MatchVerdict.DOUBTFUL;
            case ALIKE ->
                    switch (born) {
                        case AGREES -> isUncertain ? MatchVerdict.SAME : MatchVerdict.DOUBTFUL;
                        case UNKNOWN -> isUncertain ? MatchVerdict.SAME : MatchVerdict.OTHER;
                        case DIFFERS -> isUncertain ? MatchVerdict.DOUBTFUL : MatchVerdict.OTHER;
                    };
            case OTHER ->
                    isUncertain && born == Agreement.AGREES
                            ? MatchVerdict.DOUBTFUL
                            : MatchVerdict.OTHER;
        };
    }
}
