package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.explain.CodeLookup;
import io.credithub.flow.explain.Retrace;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.feed.FileProblem;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.result.Unavailable;
import io.credithub.mapping.feed.FeedFolder.LoadedFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The feeds of `mappings/`, read once: each folder with a `feed.yaml` is a feed. Templates are
/// compiled here and nowhere else.
public final class FeedFiles implements Feeds, Mapping, Retrace {
    private final Map<String, LoadedFeed> feeds = new TreeMap<>();
    private final Map<String, FileProblem> broken = new TreeMap<>();
    private final Map<String, FeedDefinition> stated = new TreeMap<>();
    private final List<FileProblem> problems = new ArrayList<>();

    /// @param mappings the folder; feeds with problems are left out and named in [#problems]
    public FeedFiles(Path mappings) throws IOException {
        if (!Files.isDirectory(mappings)) return;
        try (Stream<Path> folders = Files.list(mappings)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("feed.yaml"))) load(folder);
            }
        }
    }

    /// Whatever is wrong in a folder, the others are read.
    private void load(Path folder) {
        int before = problems.size();
        String code = String.valueOf(folder.getFileName());
        FeedFolder files = new FeedFolder(folder, problems);
        LoadedFeed loaded = null;
        try {
            loaded = files.load();
        } catch (IOException | RuntimeException unreadable) {
            files.cannotBeRead(unreadable);
        }
        FeedDefinition definition = files.stated();
        if (definition != null) stated.put(code, definition);
        if (loaded != null) feeds.put(code, loaded);
        else broken.put(code, problems.get(before));
    }

    /// The feeds that cannot be used, with the first thing that is wrong with each.
    public Map<String, FileProblem> broken() {
        return Map.copyOf(broken);
    }

    @Override
    public Optional<FeedDefinition> stated(String code) {
        return Optional.ofNullable(stated.get(code));
    }

    @Override
    public Authority authority(String code) {
        FeedDefinition definition = stated.get(code);
        return definition == null ? FeedFolder.unread(code) : definition.authority();
    }

    /// What is wrong in the folder; empty if all can be used.
    public List<FileProblem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public Optional<FeedDefinition> find(String code) {
        return Optional.ofNullable(feeds.get(code)).map(LoadedFeed::definition);
    }

    /// The source's own clock.
    ///
    /// @throws IllegalArgumentException if there is no such feed
    public ZoneId zone(String feed) {
        LoadedFeed loaded = feeds.get(feed);
        if (loaded == null) throw new IllegalArgumentException("no feed " + feed);
        return loaded.zone();
    }

    @Override
    public List<FeedDefinition> all() {
        return feeds.values().stream().map(LoadedFeed::definition).toList();
    }

    @Override
    public Mapper of(String feed) {
        return mapper(feed);
    }

    @Override
    public JsonNode canonical(String feed, RawRecord raw) {
        return mapper(feed).canonical(raw);
    }

    @Override
    public List<CodeLookup> lookups(String feed, RawRecord raw) {
        return mapper(feed).lookups(raw);
    }

    private FeedMapper mapper(String feed) {
        LoadedFeed loaded = feeds.get(feed);
        if (broken.containsKey(feed)) throw new Unavailable("the feed " + feed + ", which is off");
        if (loaded == null) throw new IllegalArgumentException("no feed " + feed);
        return loaded.mapper();
    }
}
