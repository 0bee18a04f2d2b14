package io.credithub.source.drop;

import io.credithub.flow.feed.IgnoredFile;
import io.credithub.flow.feed.IgnoredFiles;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.SourceConfig;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/// Looks into drop folders for what is not taken; reads nothing.
@Singleton
public final class FolderIgnored implements IgnoredFiles {
    private final SourceConfig config;

    public FolderIgnored(SourceConfig config) {
        this.config = config;
    }

    @Override
    public List<IgnoredFile> of(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        if (settings == null || settings.folder().isEmpty()) return List.of();
        try {
            return DropFolder.of(settings).ignored(Instant.now());
        } catch (UncheckedIOException unreadable) {
            throw new Unavailable("the folder of " + feed, unreadable);
        }
    }
}
