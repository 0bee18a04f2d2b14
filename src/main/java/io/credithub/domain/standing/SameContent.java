package io.credithub.domain.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Of the awards for the same content, the one that counts: of the highest level; of equals the one
/// that earns more, then the earlier, then the smaller record id. What earned nothing is none.
final class SameContent {
    private static final Comparator<Earned> BEST_FIRST =
            Comparator.comparingInt((Earned entry) -> entry.facts().level().code())
                    .thenComparing(Earned::credits, Comparator.reverseOrder())
                    .thenComparing(entry -> entry.facts().completedOn())
                    .thenComparing(Earned::recordId);

    private SameContent() {}

    /// @param entries of one teacher and one cycle
    static List<Earned> once(List<Earned> entries) {
        Map<String, Earned> best = new HashMap<>();
        List<Earned> counting = new ArrayList<>();
        for (Earned entry : entries) {
            String content = entry.content();
            if (entry.credits().hundredths() == 0) continue;
            if (content == null || content.isBlank()) counting.add(entry);
            else best.merge(content, entry, SameContent::better);
        }
        counting.addAll(best.values());
        return counting;
    }

    private static Earned better(Earned one, Earned other) {
        return BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
