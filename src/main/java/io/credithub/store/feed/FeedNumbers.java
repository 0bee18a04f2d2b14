package io.credithub.store.feed;

import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The short numbers of feeds in the registry. A feed of `mappings/` gets its row at the start.
@ApplicationScoped
public class FeedNumbers {
    private final Pool pool;
    private final FeedRegistration registration;
    private final Feeds feeds;
    private final Map<String, Integer> byCode = new ConcurrentHashMap<>();
    private final Map<Integer, String> byNumber = new ConcurrentHashMap<>();
    private final Uni<Void> learned;

    public FeedNumbers(Pool pool, FeedRegistration registration, Feeds feeds) {
        this.pool = pool;
        this.registration = registration;
        this.feeds = feeds;
        this.learned = Uni.createFrom().deferred(this::learn).memoize().until(byCode::isEmpty);
    }

    /// Completes when the numbers are known; asks the registry once.
    public Uni<Void> learned() {
        return learned;
    }

    /// The same again: another process may have registered feeds since.
    public Uni<Void> renewed() {
        return learn();
    }

    /// Registers the feeds that are new and learns the numbers of all.
    private Uni<Void> learn() {
        List<String> codes = feeds.all().stream().map(FeedDefinition::code).toList();
        return registration
                .register(codes)
                .chain(() -> pool.query("select id, code from feed").execute())
                .invoke(rows -> {
                    for (Row row : rows) note(row.getInteger("id"), row.getString("code"));
                })
                .replaceWithVoid();
    }

    private void note(int number, String code) {
        byCode.put(code, number);
        byNumber.put(number, code);
    }

    /// @throws IllegalArgumentException if the registry has no such feed
    public int number(String code) {
        Integer number = byCode.get(code);
        if (number == null) throw new IllegalArgumentException("no feed " + code);
        return number;
    }

    /// @throws IllegalArgumentException if the registry has no such feed
    public String code(int number) {
        String code = byNumber.get(number);
        if (code == null) throw new IllegalArgumentException("no feed number " + number);
        return code;
    }
}
