package io.credithub.api.problem;

import io.credithub.domain.Text;
import org.jspecify.annotations.Nullable;

/// What a sender is told of a feed that somebody has paused.
final class PausedFeed {
    private PausedFeed() {}

    /// @param since as people of the province read it; null where nobody noted it
    static Text remedy(@Nullable String since) {
        if (since == null) return ProblemCode.FEED_PAUSED.remedy();
        return new Text(
                "自 %s 起暂停;恢复后以相同内容重报,何时恢复请询问运维人员".formatted(since),
                "paused since %s; send the same again once it is resumed, and ask the operator when"
                        .formatted(since));
    }
}
