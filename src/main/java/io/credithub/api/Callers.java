package io.credithub.api;

import io.credithub.flow.Caller;
import io.credithub.flow.Grant;
import io.credithub.flow.Jurisdiction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/// Who is calling, and how far they may see.
@Singleton
final class Callers {
    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    Caller caller() {
        if (identity.getPrincipal() instanceof Caller caller) return caller;
        throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }

    /// What lies in the caller's view; a feed sees no person at all.
    ///
    /// @throws ProblemException if it is a feed
    Jurisdiction view() {
        return switch (caller().grant()) {
            case Grant.Operator _ -> Jurisdiction.NATION;
            case Grant.Reader reader -> reader.jurisdiction();
            case Grant.Feed _ -> throw new ProblemException(ProblemCode.FORBIDDEN);
        };
    }
}
