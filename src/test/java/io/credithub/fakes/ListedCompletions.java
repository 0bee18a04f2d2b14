package io.credithub.fakes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import io.credithub.domain.completion.Completion;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.processing.Mapping.Mapper;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deliveries whose records are completions already: what reading and mapping would make of them.
final class ListedCompletions implements Reading, Mapping {
    private final List<List<Completion>> deliveries = new ArrayList<>();

    /// @return the bytes of a chunk that holds them
    byte[] chunk(List<Completion> completions) {
        deliveries.add(completions);
        return String.valueOf(deliveries.size() - 1).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Cuts cut(Format format, @Nullable String charset, Content content, int recordsMax) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RawRecord> read(Source source, Slice slice) {
        int number = Integer.parseInt(new String(slice.bytes(), StandardCharsets.UTF_8));
        List<RawRecord> records = new ArrayList<>();
        for (Completion completion : deliveries.get(number)) {
            records.add(
                    RawRecord.of(
                            slice.firstPosition() + records.size(),
                            JsonNodeFactory.instance.pojoNode(completion)));
        }
        return records;
    }

    @Override
    public Mapper of(String feed) {
        return (raw, _) -> {
            Completion completion = (Completion) ((POJONode) raw.fields()).getPojo();
            return new Mapped.MappedRecord(completion, List.of());
        };
    }
}
