package io.credithub.flow.processing;

import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Chunks;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.load.Backlog;
import io.credithub.flow.processing.ChunkPosting.OptimisticPosting;
import io.credithub.flow.programme.MatchingBook;
import io.credithub.flow.programme.Programmes;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.TeacherIndex;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Takes a chunk from landed to posted: read and mapped beside the others, judged, and posted under
/// the ledger lock in one transaction. Doing it twice is harmless: the second time it is done
/// already.
public final class ProcessChunk {
    private final Chunks chunks;
    private final Stages stages;
    private final LedgerLock lock;
    private final Backlog backlog;
    private final Executor workers;

    /// What a chunk passes on its way.
    @Singleton
    public record Stages(
            TimedInterpreting interpreting,
            Programmes programmes,
            MatchingBook matching,
            TeacherIndex teachers,
            RulesLookup locating,
            ChunkPosting posting,
            ChunkRegister register) {}

    public ProcessChunk(
            Chunks chunks, Stages stages, LedgerLock lock, Backlog backlog, Executor workers) {
        this.chunks = chunks;
        this.stages = stages;
        this.lock = lock;
        this.backlog = backlog;
        this.workers = workers;
    }

    /// @return what was posted; null if the chunk was finished already. If it fails, nothing was
    ///   written, and the chunk is found again: see [FailureKind].
    public Uni<@Nullable Posting> work(ChunkRef ref) {
        return chunks.load(ref)
                .onItem()
                .ifNotNull()
                .transformToUni(this::interpret)
                .emitOn(workers)
                .onItem()
                .ifNotNull()
                .transformToUni(this::postSound)
                .onItem()
                .ifNotNull()
                .invoke(() -> backlog.done(ref.feed()));
    }

    private Uni<InterpretedChunk> interpret(LandedChunk chunk) {
        return chunk.isDiscarded()
                ? Uni.createFrom().item(() -> InterpretedChunk.discarded(chunk))
                : stages.interpreting.interpret(chunk);
    }

    /// Records for which the chunk cannot be posted are rejected, and the others posted.
    private Uni<@Nullable Posting> postSound(InterpretedChunk interpreted) {
        return post(interpreted)
                .onFailure(FailureKind::isFatal)
                .recoverWithUni(failure ->
                        new CulpritSearch(interpreted, this::trial)
                                .culprits(failure)
                                .map(interpreted::without)
                                .chain(this::post));
    }

    /// All the way to the database, and back.
    private Uni<@Nullable Posting> trial(InterpretedChunk part) {
        return rehearse(part, stages.programmes);
    }

    private Uni<@Nullable Posting> post(InterpretedChunk interpreted) {
        return presume(interpreted, stages.programmes)
                .chain(presumed -> stages.posting.post(lock, presumed));
    }

    private Uni<OptimisticPosting> presume(InterpretedChunk interpreted, Programmes programmes) {
        return stages.teachers
                .identify(interpreted.teachers())
                .chain(found ->
                        Uni.combine()
                                .all()
                                .unis(
                                        trainings(interpreted, found, programmes),
                                        stages.locating.locate(found, stages.teachers))
                                .asTuple())
                .emitOn(workers)
                .map(known ->
                        stages.posting.presume(
                                RecordJudge.prepare(
                                        interpreted, known.getItem2().known(known.getItem1()))));
    }

    private Uni<TrainingNumbers> trainings(
            InterpretedChunk interpreted, Identified found, Programmes programmes) {
        return stages.matching
                .of(found.matching())
                .chain(matcher -> TrainingNumbers.of(interpreted, matcher, programmes));
    }

    /// What would be posted, without writing anything.
    Uni<@Nullable Posting> rehearse(LandedChunk chunk) {
        return stages.interpreting
                .interpret(chunk)
                .emitOn(workers)
                .chain(interpreted -> rehearse(interpreted, stages.programmes.provisional()));
    }

    private Uni<@Nullable Posting> rehearse(InterpretedChunk interpreted, Programmes programmes) {
        return presume(interpreted, programmes)
                .chain(presumed ->
                        lock.dryRun(presumed.records(), ledger -> rehearse(ledger, presumed)));
    }

    /// With all that would be told of the delivery afterwards.
    private Uni<@Nullable Posting> rehearse(LedgerTransaction ledger, OptimisticPosting presumed) {
        return stages.posting
                .postPessimistic(ledger, presumed)
                .onItem()
                .ifNotNull()
                .transformToUni(posting ->
                        stages.register
                                .following(ledger, presumed.chunk().delivery())
                                .map(posting::withFindings));
    }
}
