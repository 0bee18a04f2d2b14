package io.credithub.flow.rules;

import java.util.Map;

/// What the files of feeds say that records are matched by, as they are now. Read each time:
/// somebody asks because they have changed.
@FunctionalInterface
public interface FeedsOnFile {
    /// Of those whose files can be used, by their codes.
    Map<String, FeedTerms> sound();
}
