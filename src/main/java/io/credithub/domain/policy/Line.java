package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;

/// One requirement of the cycle that awards add up to.
///
/// @param key stable within the policy, as `centralised`
/// @param threshold at least so much for a total, floor or theme; at most so much for a cap
/// @param filledBy the kinds of training that would fill it
@Article("三(二)")
public record Line(
        Kind kind,
        String key,
        Text title,
        String paragraph,
        Credits threshold,
        Scope scope,
        Text filledBy) {

    /// In the order in which a policy lists its lines.
    public enum Kind {
        TOTAL,
        FLOOR,
        CAP,
        THEME
    }
}
