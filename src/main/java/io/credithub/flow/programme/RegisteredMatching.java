package io.credithub.flow.programme;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.SourcePrecedence;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.reconcile.Matching;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.flow.feed.Feeds;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Matches by the register of a number, by the matching file, and by what feeds may report.
public final class RegisteredMatching implements MatchingBook, RegisterMatching {
    /// What posts, what tells and what is told of a while ago: no more is asked for at a time.
    private static final int KEPT_MAX = 4;

    private final RegisterVersions versions;
    private final MatchingRules rules;
    private final Feeds feeds;
    private final SourcePrecedence precedence;
    private final Deque<NumberedMatcher> known = new ArrayDeque<>();

    private record NumberedMatcher(long basis, CopyMatcher matcher) {}

    public RegisteredMatching(
            RegisterVersions versions,
            MatchingRules rules,
            Feeds feeds,
            SourcePrecedence precedence) {
        this.versions = versions;
        this.rules = rules;
        this.feeds = feeds;
        this.precedence = precedence;
    }

    @Override
    public Uni<CopyMatcher> of(long basis) {
        CopyMatcher matcher = find(basis);
        if (matcher != null) return Uni.createFrom().item(matcher);
        return versions.at(basis).map(register -> keep(basis, register));
    }

    private @Nullable CopyMatcher find(long basis) {
        synchronized (known) {
            for (NumberedMatcher one : known) if (one.basis() == basis) return one.matcher();
            return null;
        }
    }

    /// Whoever comes second takes what the first has made.
    private CopyMatcher keep(long basis, ProgrammeRegister register) {
        synchronized (known) {
            CopyMatcher first = find(basis);
            if (first != null) return first;
            CopyMatcher matcher = by(register);
            known.addFirst(new NumberedMatcher(basis, matcher));
            if (known.size() > KEPT_MAX) known.removeLast();
            return matcher;
        }
    }

    @Override
    public CopyMatcher by(ProgrammeRegister register) {
        return new Matching(register, rules, precedence, feeds::authority);
    }
}
