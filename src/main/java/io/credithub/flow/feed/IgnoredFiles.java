package io.credithub.flow.feed;

import java.util.List;

/// What lies in the folders of dropped feeds and is not taken. Implemented by `hub.source`.
public interface IgnoredFiles {
    /// Looks into the folder, which takes its time.
    ///
    /// @return by name, at most a thousand; empty for a feed without a folder
    /// @throws Unavailable if the folder cannot be read
    List<IgnoredFile> of(String feed);
}
