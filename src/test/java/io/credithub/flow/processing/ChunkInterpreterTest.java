package io.credithub.flow.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.SourceVersion;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.fakes.NoIds;
import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.Policies;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChunkInterpreterTest {
    @Test
    void aRecordThatNobodyForesawCostsItselfAndNoNeighbour() {
        InterpretedChunk done = interpreting().interpret(chunk(4, null));
        assertThat(done.records())
                .extracting(InterpretedRecord::position)
                .containsExactly(0L, 1L, 3L);
        assertThat(done.rejected()).isEqualTo(1);
        FindingAt finding = done.findings().getFirst();
        assertThat(finding.position()).isEqualTo(2);
        assertThat(finding.finding().code()).isEqualTo(FindingCode.UNPROCESSABLE);
        assertThat(finding.finding().value())
                .startsWith("NullPointerException at ChunkInterpreterTest")
                .doesNotContain("140105");
    }

    @Test
    void aChunkThatWasGivenUpIsRejectedUnread() {
        InterpretedChunk done = InterpretedChunk.discarded(chunk(3, "误报"));
        assertThat(done.records()).isEmpty();
        assertThat(done.rejected()).isEqualTo(3);
        assertThat(done.findings()).extracting(FindingAt::position).containsExactly(0L, 1L, 2L);
        assertThat(done.findings())
                .allSatisfy(at -> assertThat(at.finding().value()).isEqualTo("误报"));
    }

    private static LandedChunk chunk(int records, @Nullable String discarded) {
        return new LandedChunk(
                new ChunkRef("vendor-push", 1, 0, records),
                1,
                "vendor-push",
                new Reading.Source(new Format(Syntax.JSON, null, null), "UTF-8", new byte[0]),
                new Reading.Slice(0, 0, records, new byte[0]),
                null,
                Instant.EPOCH,
                null,
                discarded);
    }

    /// The mapper throws at the third record.
    private static ChunkInterpreter interpreting() {
        return new ChunkInterpreter(
                new FourRecords(),
                _ -> ChunkInterpreterTest::map,
                new NoIds(),
                new OnePolicy(Policies.shanxi()));
    }

    private static Mapped map(RawRecord raw, LocalDate today) {
        if (raw.position() == 2) throw new NullPointerException("140105199001010016");
        return new Mapped.MappedRecord(
                new Withdrawal(raw.fields().textValue(), SourceVersion.NONE), List.of());
    }

    private static final class FourRecords implements Reading {
        @Override
        public Cuts cut(Format format, @Nullable String charset, Content content, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RawRecord> read(Source source, Slice slice) {
            return LongStream.range(0, slice.records())
                    .mapToObj(at -> RawRecord.of(at, TextNode.valueOf("r" + at)))
                    .toList();
        }
    }
}
