package io.credithub.api.parameter;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.access.TeacherSight;
import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.result.Unavailable;
import io.credithub.flow.rules.Policies;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who is calling, and how far they may see.
@Singleton
public final class Callers {
    private final SecurityIdentity identity;
    private final Policies policies;

    Callers(SecurityIdentity identity, Policies policies) {
        this.identity = identity;
        this.policies = policies;
    }

    public Caller caller() {
        if (identity.getPrincipal() instanceof Caller caller) return caller;
        throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }

    /// Who is calling, if it is somebody: not who was not recognised, or could not be looked up.
    public @Nullable Caller known() {
        try {
            return identity.getPrincipal() instanceof Caller caller ? caller : null;
        } catch (SecurityException
                | IllegalStateException
                | StoreFailure
                | Unavailable notEstablished) {
            return null;
        }
    }

    /// What lies in the caller's view; a feed or a school sees no file of a person.
    ///
    /// @throws ProblemException if it is one of the two
    public Jurisdiction view() {
        return caller().grant()
                .view()
                .orElseThrow(() -> new ProblemException(ProblemCode.FORBIDDEN));
    }

    /// Whose teachers the caller may see: a school its own.
    ///
    /// @throws ProblemException if it is a feed
    public TeacherSight sight() {
        return caller().grant() instanceof Permission.SchoolPermission school
                ? new TeacherSight(school.county(), school.schoolCode())
                : new TeacherSight(view());
    }

    /// Whether all that the hub is for lies in the caller's view: figures of deliveries and feeds,
    /// which span counties, are for nobody else.
    ///
    /// @throws ProblemException if it is a feed or a school
    public boolean viewsWhole() {
        return view().covers(policies.rules().province());
    }
}
