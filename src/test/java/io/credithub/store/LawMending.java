package io.credithub.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.RawRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A mapping that does not know one grade of [LawRecords] until it is mended, after some records or
/// when somebody says so. The mended one is another version of the feed's folder.
final class LawMending {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Feeds known;
    private final Mapping broken;
    private final AtomicInteger left;

    LawMending(Feeds known, Mapping broken, int recordsUntil) {
        this.known = known;
        this.broken = broken;
        this.left = new AtomicInteger(recordsUntil);
    }

    void mend() {
        left.set(0);
    }

    private boolean isMended() {
        return left.get() <= 0;
    }

    Mapping mapping() {
        return feed ->
                (raw, today) -> {
                    boolean mended = left.getAndDecrement() <= 0;
                    return broken.of(feed).map(mended ? understood(raw) : raw, today);
                };
    }

    private static RawRecord understood(RawRecord raw) {
        if (!raw.findings().isEmpty()) return raw;
        String text = raw.fields().toString();
        String good = text.replace("\"grade\":\"SPLENDID\"", "\"grade\":\"GOOD\"");
        good = good.replace("\"SPLENDID\"", "\"良好\"");
        try {
            return RawRecord.of(raw.position(), JSON.readTree(good));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Feeds feeds() {
        return new Feeds() {
            @Override
            public Optional<FeedDefinition> find(String code) {
                return known.find(code).map(LawMending.this::version);
            }

            @Override
            public List<FeedDefinition> all() {
                return known.all().stream().map(LawMending.this::version).toList();
            }
        };
    }

    private FeedDefinition version(FeedDefinition feed) {
        if (!isMended()) return feed;
        return new FeedDefinition(
                feed.code(),
                feed.title(),
                feed.owner(),
                feed.kind(),
                feed.format(),
                feed.precedence(),
                feed.authority(),
                feed.overlap(),
                "mended");
    }
}
