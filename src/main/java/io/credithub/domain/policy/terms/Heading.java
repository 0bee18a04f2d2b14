package io.credithub.domain.policy.terms;

import io.credithub.domain.Text;
import org.jspecify.annotations.Nullable;

/// Which policy it is, where it comes from, and where and when it holds.
///
/// @param id its code, as `shanxi-2017`
/// @param source the regulation that it carries, as officials cite it
/// @param division of GB/T 2260, six digits; null: everywhere
public record Heading(
        String id,
        Text title,
        String source,
        Confidence confidence,
        @Nullable String division,
        Effective effective) {}
