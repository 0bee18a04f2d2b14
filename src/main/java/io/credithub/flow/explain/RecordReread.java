package io.credithub.flow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Facts;
import io.credithub.flow.explain.Provenance.Delivered;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.teacher.Registry.RecordOrigin;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds a record again in the bytes that came, and maps it again with somebody listening. Uses the
/// processor and nothing else.
@Singleton
public final class RecordReread {
    private final Feeds feeds;
    private final Reading reading;
    private final Mapping mapping;
    private final Retrace retrace;
    private final Policies policies;

    public RecordReread(
            Feeds feeds, Reading reading, Mapping mapping, Retrace retrace, Policies policies) {
        this.feeds = feeds;
        this.reading = reading;
        this.mapping = mapping;
        this.retrace = retrace;
        this.policies = policies;
    }

    Optional<FeedDefinition> feed(String code) {
        return feeds.find(code);
    }

    Reread read(RecordOrigin origin, Delivered delivered) {
        FeedDefinition feed = feeds.find(origin.feed()).orElse(null);
        if (feed == null) return Reread.NOTHING;
        boolean sameVersion = feed.mappingDigest().equals(delivered.mappingDigest());
        RawRecord raw = raw(feed, origin.position(), delivered);
        if (raw == null) return new Reread(feed, null, sameVersion, List.of(), null);
        RecordMask mask = new RecordMask(fields -> canonical(feed, fields), sameVersion);
        LocalDate landed = policies.dayOf(delivered.readAt());
        return new Reread(
                feed,
                mask.mask(raw.fields()),
                sameVersion,
                sameVersion ? lookups(feed, raw) : List.of(),
                facts(mapping.of(feed.code()).map(raw, landed)));
    }

    /// A column that has slipped may put a number where a code belongs.
    private List<CodeLookup> lookups(FeedDefinition feed, RawRecord raw) {
        return retrace.lookups(feed.code(), raw).stream()
                .map(code ->
                        new CodeLookup(
                                code.field(),
                                code.table(),
                                AwardExplanation.shown(code.source()),
                                code.canonical()))
                .toList();
    }

    /// @return null if it cannot be read, which a change of the feed's format may bring about
    private @Nullable RawRecord raw(FeedDefinition feed, long position, Delivered delivered) {
        Source source = new Source(feed.format(), delivered.charset(), delivered.head());
        for (RawRecord raw : reading.read(source, delivered.slice())) {
            if (raw.position() == position) return raw.fields().isMissingNode() ? null : raw;
        }
        return null;
    }

    private JsonNode canonical(FeedDefinition feed, JsonNode fields) {
        return retrace.canonical(feed.code(), RawRecord.of(0, fields));
    }

    private static @Nullable Facts facts(Mapped mapped) {
        return mapped instanceof Mapped.MappedRecord understood
                        && understood.completion() instanceof Completed completed
                ? completed.facts()
                : null;
    }
}
