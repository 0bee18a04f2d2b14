package io.credithub.source.check;

import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.FeedKind;
import io.credithub.flow.feed.FeedProblem;
import io.credithub.flow.feed.Feeds;
import io.credithub.source.drop.DropFolder;
import io.credithub.source.drop.HubFolders;
import io.credithub.source.drop.OwnFolder;
import io.credithub.source.poll.SourceConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whether the configuration of the feeds is sound. A fault is told by its key, and concerns its
/// own feed only.
public final class SourceCheck {
    private static final int PAGE_SIZE_MAX = 10_000;
    private static final int REQUESTS_MAX = 1_000_000;
    private static final Duration LEASE_MIN = Duration.ofSeconds(30);

    private final Feeds feeds;
    private final Set<String> unread;
    private final HubFolders hub;
    private final List<FeedProblem> problems = new ArrayList<>();

    /// @param unread feeds of which nothing is known, since their files cannot be read
    /// @param hub where no drop folder may lie
    public SourceCheck(Feeds feeds, Set<String> unread, HubFolders hub) {
        this.feeds = feeds;
        this.unread = unread;
        this.hub = hub;
    }

    /// @return in the order of the feeds; several for one feed if need be
    public List<FeedProblem> check(SourceConfig config) {
        new TreeMap<>(config.feeds()).forEach(this::check);
        Map<String, Path> folders = new TreeMap<>();
        config.feeds()
                .forEach((feed, settings) ->
                        settings.folder()
                                .ifPresent(folder -> folders.put(feed, HubFolders.real(folder))));
        folders.forEach((feed, folder) -> apart(feed, folder, folders));
        return List.copyOf(problems);
    }

    /// No feed reads what another one's source may write, or what the hub has put away.
    private void apart(String feed, Path folder, Map<String, Path> folders) {
        Set<String> sharing = new TreeSet<>();
        folders.forEach((other, its) -> {
            if (its.equals(folder)) sharing.add(other);
            else if (HubFolders.overlap(its, folder)) {
                problems.add(new Misconfigured(feed).place("folder", other));
            }
        });
        if (sharing.size() > 1) problems.add(new Misconfigured(feed).shared(sharing));
    }

    /// What keeps a folder from being read for now. The feed is on all the same: it goes on by
    /// itself once it is mended.
    public List<FeedProblem> foreign(SourceConfig config) {
        List<FeedProblem> found = new ArrayList<>();
        new TreeMap<>(config.feeds())
                .forEach((feed, settings) -> {
                    if (settings.folder().isEmpty()) return;
                    String key = settings.archive().isPresent() ? "archive" : "folder";
                    Path archive = settings.archive().orElse(settings.folder().get());
                    for (String own : List.of(DropFolder.KEPT, DropFolder.FAILED)) {
                        if (!OwnFolder.isForeign(archive.resolve(own))) continue;
                        found.add(new Misconfigured(feed).foreign(key, own));
                    }
                });
        return List.copyOf(found);
    }

    private void check(String feed, SourceConfig.Feed settings) {
        Misconfigured fault = new Misconfigured(feed);
        Optional<FeedDefinition> definition = feeds.stated(feed);
        boolean isPolled = definition.map(known -> known.kind() != FeedKind.PUSH).orElse(false);
        boolean isExpected = definition.isPresent() && settings.expectedEvery().isPresent();
        if (!isPolled && !isExpected && !unread.contains(feed)) problems.add(fault.feed());
        settings.url().ifPresent(url -> address(fault, "url", url));
        settings.tokenUrl().ifPresent(url -> address(fault, "token-url", url));
        settings.folder().ifPresent(folder -> folder(fault, "folder", folder));
        settings.archive().ifPresent(folder -> folder(fault, "archive", folder));
        if (settings.tokenUrl().isPresent()) credentials(fault, settings);
        range(fault, "page-size", settings.pageSize(), 1, PAGE_SIZE_MAX);
        range(fault, "requests-max", settings.requestsMax(), 2, REQUESTS_MAX);
        if (settings.lease().compareTo(LEASE_MIN) < 0) {
            problems.add(fault.range("lease", "30s or more"));
        }
        positive(fault, "interval", settings.interval());
        settings.expectedEvery().ifPresent(every -> positive(fault, "expected-every", every));
        positive(fault, "retry-first", settings.retryFirst());
        positive(fault, "retry-max", settings.retryMax());
        positive(fault, "run-timeout", settings.runTimeout());
        positive(fault, "page-timeout", settings.pageTimeout());
        positive(fault, "landing-timeout", settings.landingTimeout());
    }

    private void credentials(Misconfigured fault, SourceConfig.Feed settings) {
        if (settings.clientId().isEmpty()) problems.add(fault.missing("client-id", "token-url"));
        Optional<Path> file = settings.clientSecretFile();
        if (settings.clientSecret().isEmpty() && file.isEmpty()) {
            problems.add(fault.missing("client-secret", "token-url"));
        }
        if (file.isPresent()
                && !(Files.isRegularFile(file.get()) && Files.isReadable(file.get()))) {
            problems.add(fault.file("client-secret-file", file.get().toString()));
        }
    }

    private void address(Misconfigured fault, String key, String value) {
        // Not quoted: somebody may have put a secret into it.
        if (!isAddress(value)) problems.add(fault.address(key));
    }

    private static boolean isAddress(String value) {
        try {
            URI uri = new URI(value);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return isWeb && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    private void folder(Misconfigured fault, String key, Path folder) {
        hub.conflict(folder).ifPresent(place -> problems.add(fault.place(key, place)));
        if (!Files.isDirectory(folder)) {
            problems.add(fault.folder(key, folder.toString(), "不是文件夹", "is not a folder"));
            return;
        }
        boolean isOpen = Files.isReadable(folder) && Files.isWritable(folder);
        if (isOpen && Files.isExecutable(folder)) return;
        String en = "cannot be read and written";
        problems.add(fault.folder(key, folder.toString(), "不可读写", en));
    }

    private void range(Misconfigured fault, String key, int value, int min, int max) {
        if (value < min || value > max) problems.add(fault.range(key, min + " to " + max));
    }

    private void positive(Misconfigured fault, String key, Duration value) {
        if (value.isNegative() || value.isZero()) problems.add(fault.range(key, "> 0"));
    }
}
