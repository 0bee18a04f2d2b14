package io.credithub.store;

import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts chunks of the size that a permutation asks for.
final class LawCuts implements Reading {
    private final Reading reading;
    private int most = 1;

    LawCuts(Reading reading) {
        this.reading = reading;
    }

    void most(int records) {
        most = records;
    }

    @Override
    public Cuts cut(Format format, @Nullable String charset, Content content, int max)
            throws IOException {
        return reading.cut(format, charset, content, Math.min(most, max));
    }

    @Override
    public List<RawRecord> read(Source source, Slice slice) {
        return reading.read(source, slice);
    }
}
