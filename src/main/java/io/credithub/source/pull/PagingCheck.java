package io.credithub.source.pull;

import java.util.Optional;

/// Whether what a route says of how its source pages can be understood, before the first poll.
public final class PagingCheck {
    private PagingCheck() {}

    /// @param paging a block of a route file
    /// @return what the parser says against it
    public static Optional<Throwable> fault(String paging) {
        try {
            PageShape.parse(paging);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getCause() == null ? wrong : wrong.getCause());
        }
    }
}
