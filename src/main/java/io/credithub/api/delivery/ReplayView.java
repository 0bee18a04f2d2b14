package io.credithub.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.flow.delivery.Replays.ReplayRefusal;
import io.credithub.flow.delivery.Replays.ReplayState;
import io.credithub.flow.result.Outcome;
import org.jspecify.annotations.Nullable;

/// What became of a request to judge a delivery's rejected records again.
///
/// @param original the delivery whose bytes are read again
/// @param delivery the replay, to ask with: `GET /api/v1/deliveries/{delivery}`; absent if there is
///   none, since nothing was to be done or it was only asked what would be
/// @param records how many records are judged again
public record ReplayView(
        long original,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long delivery,
        long records,
        boolean begun,
        Text text) {
    private static final Text BEGUN =
            new Text("开始重放:只取被拒与待匹配的记录", "begun: only what was rejected or waits is taken");
    private static final Text WOULD =
            new Text("将重判这些记录,尚未开始", "so many would be judged again; nothing was begun");
    private static final Text UNDER_WAY =
            new Text("已有一次重放在进行", "a replay of it is under way already");
    private static final Text NOTHING =
            new Text("没有可重放的记录", "nothing of it is rejected, and nothing waits that would change");

    /// @throws ProblemException if it cannot be replayed
    static ReplayView of(Outcome<ReplayState, ReplayRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<ReplayState, ReplayRefusal>(ReplayState state) -> of(state);
            case Outcome.NotFound<ReplayState, ReplayRefusal> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
            case Outcome.Refused<ReplayState, ReplayRefusal>(ReplayRefusal why) ->
                    throw new ProblemException(
                            switch (why) {
                                case STILL_OPEN -> ProblemCode.DELIVERY_OPEN;
                                case NO_MAPPING -> ProblemCode.FEED_WITHOUT_MAPPING;
                            });
        };
    }

    private static ReplayView of(ReplayState state) {
        return switch (state) {
            case ReplayState.BegunReplay begun when begun.replay() == 0 ->
                    new ReplayView(begun.original(), null, begun.records(), false, WOULD);
            case ReplayState.BegunReplay begun ->
                    new ReplayView(begun.original(), begun.replay(), begun.records(), true, BEGUN);
            case ReplayState.UnderWay other ->
                    new ReplayView(other.original(), other.replay(), 0, false, UNDER_WAY);
            case ReplayState.NothingToReplay nothing ->
                    new ReplayView(nothing.original(), null, 0, false, NOTHING);
        };
    }
}
