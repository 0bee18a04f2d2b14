package io.credithub.api.rules;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Level;
import io.credithub.flow.feed.FeedAuthority;
import io.credithub.flow.rules.FeedTerms;
import io.credithub.flow.rules.MatchingFigures;
import io.credithub.flow.rules.MatchingFigures.TermChange;
import io.credithub.flow.rules.Matchings.MatchingDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A decision about what records are matched by, beside the register of programmes.
///
/// @param number of what records are matched by from then on
/// @param by the key that decided; `start` for the first one, and for feeds that joined
/// @param file id of the matching file
/// @param digest SHA-256 of its text, hex
/// @param changes to what was in force before; of the first one none
/// @param body its text; in a list left out
/// @param feeds what the files of feeds said; in a list left out
public record MatchingView(
        long number,
        Instant since,
        String by,
        String reason,
        MatchingState state,
        String file,
        Text title,
        String digest,
        List<TermChange> changes,
        @Nullable String body,
        @Nullable List<FeedTermsView> feeds) {
    /// Whether it still holds.
    public enum MatchingState {
        IN_FORCE,
        FORMER
    }

    /// What the file of a feed said.
    public record FeedTermsView(String feed, Map<Level, Integer> precedence, FeedAuthority may) {
        static FeedTermsView of(String feed, FeedTerms terms) {
            return new FeedTermsView(
                    feed, new TreeMap<>(terms.precedence()), FeedAuthority.of(terms.authority()));
        }
    }

    /// @param all the oldest first
    /// @return the newest first, without their texts
    static List<MatchingView> list(List<MatchingDecision> all) {
        List<MatchingView> views = new ArrayList<>();
        for (int at = all.size() - 1; at >= 0; at--) views.add(of(all, at, false));
        return views;
    }

    /// @param basis any number of what records are matched by
    /// @return what was in force then, with its text
    static MatchingView at(List<MatchingDecision> all, long basis) {
        int found = 0;
        for (int at = 0; at < all.size(); at++) if (all.get(at).number() <= basis) found = at;
        return of(all, found, true);
    }

    private static MatchingView of(List<MatchingDecision> all, int at, boolean isWhole) {
        MatchingDecision one = all.get(at);
        return new MatchingView(
                one.number(),
                one.since(),
                one.by(),
                one.reason(),
                at == all.size() - 1 ? MatchingState.IN_FORCE : MatchingState.FORMER,
                one.terms().file().id(),
                one.terms().file().title(),
                one.terms().file().digest(),
                at == 0 ? List.of() : MatchingFigures.between(all.get(at - 1).terms(), one.terms()),
                isWhole ? one.terms().file().body() : null,
                isWhole ? feeds(one) : null);
    }

    private static List<FeedTermsView> feeds(MatchingDecision one) {
        return one.terms().feeds().entrySet().stream()
                .map(feed -> FeedTermsView.of(feed.getKey(), feed.getValue()))
                .toList();
    }
}
