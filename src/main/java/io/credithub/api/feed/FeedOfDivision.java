package io.credithub.api.feed;

import io.credithub.domain.Text;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.feed.FeedAuthority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedStatus;
import io.credithub.flow.reconciliation.DivisionProof;
import io.credithub.flow.reconciliation.FeedShare;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed as a division sees it: whether it runs, and what it has given the division's teachers.
/// What it has delivered as a whole is not the division's to know.
///
/// @param kind null if its file does not say it
/// @param may what it may report and decide; null likewise
public record FeedOfDivision(
        String code,
        Text title,
        FeedDefinition.@Nullable FeedKind kind,
        @Nullable FeedAuthority may,
        FeedStatus.FeedState state,
        boolean paused,
        DivisionSums posted) {
    /// Those that the division's teachers have records of.
    static List<FeedOfDivision> of(List<FeedStatus> feeds, DivisionProof proof) {
        return proof.feeds().stream()
                .flatMap(share ->
                        feeds.stream()
                                .filter(feed -> feed.code().equals(share.feed()))
                                .map(feed -> of(feed, share)))
                .toList();
    }

    private static FeedOfDivision of(FeedStatus feed, FeedShare share) {
        return new FeedOfDivision(
                feed.code(),
                feed.title(),
                feed.kind(),
                feed.may(),
                feed.state(),
                feed.paused(),
                share.posted());
    }
}
