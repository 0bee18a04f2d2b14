package io.credithub.domain.teacher;

import io.credithub.domain.teacher.IdentityMatch.MatchVerdict;
import org.jspecify.annotations.Nullable;

/// Whose a record is. Whichever comes first, roster or record, the answer is the same.
public sealed interface Identification {
    /// @param teacher the teacher's number
    /// @param remark what is to be compared all the same
    record FoundTeacher(int teacher, Remark remark) implements Identification {}

    /// Nobody's yet.
    record NobodyFound(NobodyReason why) implements Identification {}

    enum Remark {
        NONE,
        BIRTH_DATE_DIFFERS
    }

    enum NobodyReason {
        /// Neither number nor document is in the roster.
        UNKNOWN,
        /// The number is one teacher's, the document another's.
        TWO_TEACHERS,
        /// It is about somebody else than the teacher whom it names.
        ANOTHER_PERSON
    }

    /// A teacher whom a record names, and who that is.
    record Candidate(int teacher, Identity identity) {}

    /// @param byNumber the holder of the number
    /// @param byDocument the holder of the document
    static Identification of(
            Identity said, @Nullable Candidate byNumber, @Nullable Candidate byDocument) {
        Candidate named = byNumber != null ? byNumber : byDocument;
        if (named == null) return new NobodyFound(NobodyReason.UNKNOWN);
        if (byDocument != null && byDocument.teacher() != named.teacher()) {
            return new NobodyFound(NobodyReason.TWO_TEACHERS);
        }
        IdentityMatch match = IdentityMatch.of(named.identity(), said);
        if (match.verdict() == MatchVerdict.OTHER)
            return new NobodyFound(NobodyReason.ANOTHER_PERSON);
        boolean differs = match.born() == IdentityMatch.Agreement.DIFFERS;
        return new FoundTeacher(named.teacher(), differs ? Remark.BIRTH_DATE_DIFFERS : Remark.NONE);
    }
}
