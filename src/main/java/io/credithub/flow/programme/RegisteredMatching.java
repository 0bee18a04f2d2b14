package io.credithub.flow.programme;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.reconcile.Matching;
import io.credithub.domain.reconcile.RoleRulings;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.Matchings;
import io.credithub.flow.rules.Matchings.MatchingDecision;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Matches by the register, the matching file and the terms of feeds that a number stands for, as
/// the registry has them: never by what lies in a folder.
@Singleton
public final class RegisteredMatching implements MatchingBook, SupposedMatching {
    /// What posts, what tells and what is told of a while ago: no more is asked for at a time.
    private static final int KEPT_MAX = 4;

    private final RegisterVersions versions;
    private final Matchings matchings;
    private final RoleRulings roles;
    private final Deque<NumberedMatcher> known = new ArrayDeque<>();

    private record NumberedMatcher(long basis, CopyMatcher matcher) {}

    /// @param roles what else than taking part earns
    public RegisteredMatching(RegisterVersions versions, Matchings matchings, RoleRulings roles) {
        this.versions = versions;
        this.matchings = matchings;
        this.roles = roles;
    }

    @Override
    public Uni<CopyMatcher> of(long basis) {
        CopyMatcher matcher = find(basis);
        if (matcher != null) return Uni.createFrom().item(matcher);
        return versions.at(basis)
                .chain(register -> by(basis, register))
                .map(made -> keep(basis, made));
    }

    private @Nullable CopyMatcher find(long basis) {
        synchronized (known) {
            for (NumberedMatcher one : known) if (one.basis() == basis) return one.matcher();
            return null;
        }
    }

    /// Whoever comes second takes what the first has made.
    private CopyMatcher keep(long basis, CopyMatcher made) {
        synchronized (known) {
            CopyMatcher first = find(basis);
            if (first != null) return first;
            known.addFirst(new NumberedMatcher(basis, made));
            if (known.size() > KEPT_MAX) known.removeLast();
            return made;
        }
    }

    @Override
    public Uni<CopyMatcher> by(long basis, ProgrammeRegister register) {
        return matchings.at(basis).map(MatchingDecision::terms).map(terms -> by(register, terms));
    }

    @Override
    public Uni<CopyMatcher> by(long basis, MatchingTerms terms) {
        return versions.at(basis).map(register -> by(register, terms));
    }

    private CopyMatcher by(ProgrammeRegister register, MatchingTerms terms) {
        return new Matching(
                register, terms.file().rules(), terms::precedence, terms::authority, roles);
    }
}
