package io.credithub.flow.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.SourceVersion;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class CulpritSearchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private int trials;

    @Test
    void whoeverIsToBlameIsFoundAndNobodyElse() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            int records = 2 + random.nextInt(60);
            Set<Long> poison = new TreeSet<>();
            int most = random.nextInt(records - 1);
            for (int i = 0; i <= most; i++) poison.add((long) random.nextInt(records - 1));
            assertThat(search(records, part -> refuse(part, poison)).keySet())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(poison);
        }
    }

    @Test
    void oneAmongManyTakesFewTrials() {
        search(ChunkRef.RECORDS_MAX, part -> refuse(part, Set.of(777L)));
        assertThat(trials).isLessThan(30);
    }

    @Test
    void theOnlyRecordIsToBlameIfTheChunkCanBePostedWithoutIt() {
        Map<Long, FindingAt> found = search(1, part -> refuse(part, Set.of(0L)));
        FindingAt only = Objects.requireNonNull(found.get(0L));
        assertThat(only.recordId()).isEqualTo("r0");
        assertThat(only.finding().code()).isEqualTo(FindingCode.UNPROCESSABLE);
    }

    @Test
    void nobodyIsToBlameForWhatFailsWithoutRecords() {
        StoreFailure always = new StoreFailure("23514", "delivery", new RuntimeException());
        assertThatThrownBy(() -> search(8, _ -> Uni.createFrom().failure(always)))
                .hasMessageContaining("23514");
    }

    @Test
    void nobodyIsToBlameForWhatFailsWithEverybody() {
        assertThatThrownBy(() ->
                        search(
                                8,
                                part ->
                                        part.records().isEmpty()
                                                ? Uni.createFrom().item(1)
                                                : failed(new NullPointerException())))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void nobodyIsToBlameForWhatFailsOnlyTogether() {
        assertThatThrownBy(() ->
                        search(
                                8,
                                part ->
                                        part.records().size() > 7
                                                ? failed(new IllegalStateException("8"))
                                                : Uni.createFrom().item(1)))
                .hasMessage("8");
    }

    @Test
    void anOutageEndsTheSearch() {
        assertThatThrownBy(() ->
                        search(
                                8,
                                part ->
                                        part.records().size() == 4
                                                ? failed(new Unavailable("database"))
                                                : refuse(part, Set.of(1L))))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void theCulpritsAreRejectedAndTheOthersStay() {
        InterpretedChunk whole = whole(4);
        Map<Long, FindingAt> found = search(4, part -> refuse(part, Set.of(2L)));
        InterpretedChunk sound = whole.without(found);
        assertThat(sound.records())
                .extracting(InterpretedRecord::position)
                .containsExactly(0L, 1L, 3L);
        assertThat(sound.rejected()).isEqualTo(1);
        assertThat(sound.findings()).containsExactlyElementsOf(found.values());
    }

    private static Uni<Integer> failed(RuntimeException failure) {
        return Uni.createFrom().failure(failure);
    }

    private static Uni<?> refuse(InterpretedChunk part, Set<Long> poison) {
        for (InterpretedRecord record : part.records()) {
            if (poison.contains(record.position())) {
                return failed(new StoreFailure("23514", "completion", new RuntimeException()));
            }
        }
        return Uni.createFrom().item(1);
    }

    private Map<Long, FindingAt> search(int records, Function<InterpretedChunk, Uni<?>> trial) {
        InterpretedChunk whole = whole(records);
        AtomicReference<Throwable> thrown = new AtomicReference<>(new IllegalStateException());
        trial.apply(whole).subscribe().with(_ -> {}, thrown::set);
        return new CulpritSearch(
                        whole,
                        part -> {
                            trials++;
                            return trial.apply(part);
                        })
                .culprits(Objects.requireNonNull(thrown.get()))
                .await()
                .atMost(PATIENCE);
    }

    private static InterpretedChunk whole(int records) {
        List<InterpretedRecord> all = new ArrayList<>();
        for (int at = 0; at < records; at++) {
            all.add(
                    new InterpretedRecord(
                            at,
                            new UUID(0, at),
                            new UUID(1, at),
                            new VersionOrder(VersionOrder.Rank.LANDING, at),
                            new Withdrawal("r" + at, SourceVersion.NONE),
                            null,
                            null));
        }
        LandedChunk chunk =
                new LandedChunk(
                        new ChunkRef("vendor-push", 1, 0, records),
                        1,
                        "vendor-push",
                        new Source(new Format(Syntax.JSON, null, null), "UTF-8", new byte[0]),
                        new Slice(0, 0, records, new byte[0]),
                        null,
                        Instant.EPOCH,
                        null,
                        null);
        return new InterpretedChunk(chunk, all, List.of(), 0, new long[0]);
    }
}
