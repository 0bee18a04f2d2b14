package io.credithub.flow;

import io.credithub.domain.completion.Completed;
import io.credithub.flow.PostRecords.Presumed;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Takes a chunk from landed to posted: read, mapped and judged beside the others, then posted
/// under the pen in one transaction. Doing it twice is harmless: the second time it is done
/// already.
public final class ProcessChunk {
    private final Stages stages;
    private final Pen pen;
    private final Executor workers;

    /// What a chunk passes on its way.
    public record Stages(
            Chunks chunks, Judging judging, Programmes programmes, PostRecords posting) {}

    public ProcessChunk(Stages stages, Pen pen, Executor workers) {
        this.stages = stages;
        this.pen = pen;
        this.workers = workers;
    }

    /// @return what was posted; null if the chunk was finished already. Fails if the store is
    ///   unavailable: then nothing was written, and the chunk is found again.
    public Uni<@Nullable Posting> work(ChunkRef ref) {
        return stages.chunks
                .load(ref)
                .emitOn(workers)
                .onItem()
                .ifNotNull()
                .transform(stages.judging::judge)
                .onItem()
                .ifNotNull()
                .transformToUni(this::post);
    }

    private Uni<@Nullable Posting> post(Judged judged) {
        return presume(judged, stages.programmes.numbers(names(judged)))
                .chain(presumed -> stages.posting.post(pen, presumed));
    }

    private Uni<Presumed> presume(Judged judged, Uni<Map<String, Integer>> programmes) {
        return Uni.combine()
                .all()
                .unis(programmes, pen.identify(judged.teachers()))
                .asTuple()
                .emitOn(workers)
                .map(known -> {
                    Prepared prepared = Prepared.of(judged, known.getItem1());
                    return stages.posting.presume(prepared, known.getItem2());
                });
    }

    /// What would be posted, without writing anything.
    Uni<@Nullable Posting> rehearse(LandedChunk chunk) {
        return Uni.createFrom()
                .item(() -> stages.judging.judge(chunk))
                .runSubscriptionOn(workers)
                .chain(this::rehearse);
    }

    private Uni<@Nullable Posting> rehearse(Judged judged) {
        return presume(judged, stages.programmes.provisional(names(judged)))
                .chain(presumed ->
                        pen.rehearse(
                                presumed.records(), held -> stages.posting.care(held, presumed)));
    }

    private static Map<String, String> names(Judged judged) {
        Map<String, String> names = new HashMap<>();
        for (JudgedRecord record : judged.records()) {
            if (record.completion() instanceof Completed completed && record.programme() != null) {
                names.putIfAbsent(record.programme(), completed.program().name());
            }
        }
        return names;
    }
}
