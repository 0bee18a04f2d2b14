package io.credithub.security;

import io.credithub.flow.access.Caller;
import java.util.Locale;

/// What became of a key that somebody showed.
sealed interface Recognised {
    record Opened(Caller caller) implements Recognised {}

    /// Why it opens nothing.
    enum RefusedCaller implements Recognised {
        /// It is not the text of a key.
        MALFORMED,
        /// No key has its id.
        UNKNOWN,
        /// The id is a key's, the secret is not.
        WRONG,
        /// Both are right, and it was taken back.
        REVOKED,
        /// Both are right, and its time is over.
        EXPIRED,
        /// Nobody looked: too many were tried from the same address.
        TURNED_AWAY;

        /// Whether the secret may have been guessed at. Who holds a key that has ended guesses
        /// nothing.
        boolean isGuess() {
            return this == MALFORMED || this == UNKNOWN || this == WRONG;
        }

        String outcome() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
