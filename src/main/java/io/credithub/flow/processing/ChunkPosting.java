package io.credithub.flow.processing;

import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.KnownCopies;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.LedgerTransaction.Brief;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.ledger.PostingTotals;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.processing.JudgedChunk.JudgedRecord;
import io.credithub.flow.programme.MatchingBook;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Posts the records of one chunk: who the teachers are, which contents and copies count, what the
/// ledger must say, and every sum that follows, in one transaction under the ledger lock.
@Singleton
public final class ChunkPosting {
    private final PostingService postings;
    private final ChunkRegister chunks;
    private final MatchingBook matching;
    private final RulesLookup locating;

    /// Feeds whose last chunk held something known. Only a hint: either way gives the same.
    private final Set<Integer> repeating = ConcurrentHashMap.newKeySet();

    public ChunkPosting(
            PostingService postings,
            ChunkRegister chunks,
            MatchingBook matching,
            RulesLookup locating) {
        this.postings = postings;
        this.chunks = chunks;
        this.matching = matching;
        this.locating = locating;
    }

    /// What a chunk comes to, worked out before the ledger lock is there.
    ///
    /// @param news absent if its feed repeats itself
    record OptimisticPosting(JudgedChunk prepared, @Nullable PostingPass news) {
        int records() {
            return prepared.records().size();
        }

        ChunkRef chunk() {
            return prepared.interpreted().chunk().ref();
        }

        Identified identified() {
            return prepared.known().identified();
        }
    }

    OptimisticPosting presume(JudgedChunk prepared) {
        boolean repeats = repeating.contains(prepared.interpreted().chunk().feed());
        PostingPass news = repeats ? null : new PostingPass(prepared).presumeNews();
        return new OptimisticPosting(prepared, news);
    }

    /// Most chunks hold nothing but news. So their contents are written as if they were, without a
    /// question and beside whoever holds the ledger lock; if the registry then turns out to know a
    /// record or a training, nothing is kept of it and the chunk is posted pessimistically. A feed
    /// that repeats itself is posted pessimistically until a chunk without repeats.
    ///
    /// @return what was written; null if the chunk was finished already
    Uni<@Nullable Posting> post(LedgerLock lock, OptimisticPosting presumed) {
        PostingPass news = presumed.news();
        if (news == null)
            return lock.withLock(presumed.records(), ledger -> postPessimistic(ledger, presumed));
        return lock.tryOptimistic(
                        news.contents(),
                        news.matcher(),
                        ledger -> postOptimistic(ledger, presumed, news))
                .chain(posting ->
                        posting != null
                                ? Uni.createFrom().item(posting)
                                : lock.withLock(
                                        presumed.records(),
                                        ledger -> postPessimistic(ledger, presumed)));
    }

    /// @return null if the chunk was finished meanwhile, or the roster is another
    private Uni<@Nullable Posting> postOptimistic(
            LedgerTransaction ledger, OptimisticPosting presumed, PostingPass news) {
        if (!ledger.isStill(presumed.identified())) return Uni.createFrom().nullItem();
        return chunks.isOpen(ledger, presumed.chunk())
                .chain(open -> open ? news.postNews(ledger) : Uni.createFrom().nullItem());
    }

    /// Posts with what the registry holds of each record and training.
    ///
    /// @return what was written; null if the chunk was finished already
    Uni<@Nullable Posting> postPessimistic(LedgerTransaction ledger, OptimisticPosting presumed) {
        return chunks.isOpen(ledger, presumed.chunk())
                .chain(open -> open ? pessimistic(ledger, presumed) : Uni.createFrom().nullItem());
    }

    private Uni<@Nullable Posting> pessimistic(
            LedgerTransaction ledger, OptimisticPosting presumed) {
        JudgedChunk prepared = presumed.prepared();
        Uni<JudgedChunk> current =
                ledger.isStill(presumed.identified())
                        ? Uni.createFrom().item(prepared)
                        : again(ledger, prepared);
        return current.chain(known -> new PostingPass(known).post(ledger));
    }

    /// The roster is another than it was prepared with, the rules are, or what records are matched
    /// by.
    private Uni<JudgedChunk> again(LedgerTransaction ledger, JudgedChunk prepared) {
        InterpretedChunk interpreted = prepared.interpreted();
        Uni<TrainingNumbers> trainings = trainings(ledger, prepared);
        return ledger.identify(interpreted.teachers())
                .chain(identified -> locating.locate(identified, ledger))
                .chain(located -> trainings.map(located::known))
                .map(known -> RecordJudge.prepare(interpreted, known));
    }

    private Uni<TrainingNumbers> trainings(LedgerTransaction ledger, JudgedChunk prepared) {
        TrainingNumbers known = prepared.known().trainings();
        if (ledger.matching() == prepared.known().identified().matching()) {
            return Uni.createFrom().item(known);
        }
        return matching.of(ledger.matching())
                .chain(now -> TrainingNumbers.of(prepared.interpreted(), now, known.source()));
    }

    /// One way of posting a chunk, gone once.
    final class PostingPass {
        private final JudgedChunk prepared;
        private final InterpretedChunk interpreted;
        private final List<JudgedRecord> records;
        private final List<FindingAt> remarks;
        private final Map<RecordVersion, TeacherKeys> newcomers = new LinkedHashMap<>();
        private final List<InterpretedRecord> duplicates = new ArrayList<>();
        private @Nullable RecordMerge news;
        private int refused;

        private PostingPass(JudgedChunk prepared) {
            this.prepared = prepared;
            this.interpreted = prepared.interpreted();
            this.records = prepared.records();
            this.remarks = new ArrayList<>(prepared.findings());
        }

        private PostingPass presumeNews() {
            RecordMerge decision = decide(records, List.of());
            decision.groups();
            decision.settle(KnownCopies.NONE);
            news = decision;
            return this;
        }

        private List<RecordVersion> contents() {
            return Objects.requireNonNull(news).changes();
        }

        private CopyMatcher matcher() {
            return prepared.known().trainings().matcher();
        }

        /// Posts what follows from the contents, which are written.
        private Uni<@Nullable Posting> postNews(LedgerTransaction ledger) {
            RecordMerge decision = Objects.requireNonNull(news);
            return postings.post(ledger, decision, this::complete);
        }

        private Uni<@Nullable Posting> post(LedgerTransaction ledger) {
            Set<UUID> keys = HashSet.newHashSet(records.size());
            for (JudgedRecord arrived : records) keys.add(arrived.copy().key());
            return ledger.briefs(keys)
                    .chain(briefs -> decide(ledger, briefs))
                    .chain(decision ->
                            postings.resolveAndPost(ledger, decision, Set.of(), this::complete));
        }

        /// Repetitions are told from their brief; only of what else is known the whole is read.
        private Uni<RecordMerge> decide(LedgerTransaction ledger, Map<UUID, List<Brief>> briefs) {
            if (briefs.isEmpty()) repeating.remove(interpreted.chunk().feed());
            else repeating.add(interpreted.chunk().feed());
            List<JudgedRecord> others = new ArrayList<>();
            Set<UUID> changed = new HashSet<>();
            for (JudgedRecord arrived : records) {
                List<Brief> known = briefs.getOrDefault(arrived.copy().key(), List.of());
                if (isRepeated(arrived.record(), known)) {
                    duplicates.add(arrived.record());
                } else {
                    others.add(arrived);
                    if (!known.isEmpty()) changed.add(arrived.copy().key());
                }
            }
            return ledger.contents(changed)
                    .invoke(this::giveWay)
                    .map(contents -> decide(others, contents));
        }

        /// What the record that waits at a place was read as before, gives way to what it is read
        /// as now: both are the same record under one version, and the mapping of today is right.
        private void giveWay(List<RecordVersion> contents) {
            LandedChunk.ReplayedChunk replay = interpreted.chunk().replay();
            if (replay == null || replay.waiting().isEmpty()) return;
            Map<UUID, InterpretedRecord> read = new HashMap<>();
            for (JudgedRecord arrived : records) {
                boolean waited = replay.waiting().contains(arrived.record().position());
                if (waited) read.put(arrived.copy().key(), arrived.record());
            }
            for (RecordVersion content : contents) {
                InterpretedRecord now = read.get(content.copy().key());
                if (now == null || content.was() != VersionState.WAITING) continue;
                if (isOtherReading(content, now, replay)) content.giveWay();
            }
        }

        /// Whether the content was read from the very bytes that are now read as another. What was
        /// read elsewhere, or comes out the same, keeps the version that it has by then.
        private static boolean isOtherReading(
                RecordVersion content, InterpretedRecord now, LandedChunk.ReplayedChunk replay) {
            Origin origin = content.copy().origin();
            return origin.position() == now.position()
                    && replay.readings().contains(origin.delivery())
                    && !content.copy().content().equals(now.content());
        }

        /// The same content once more, and not as a later one: nothing changes by it.
        private static boolean isRepeated(InterpretedRecord arrived, List<Brief> known) {
            for (Brief brief : known) {
                if (brief.content().equals(arrived.content())) {
                    return arrived.order().compareTo(brief.order()) <= 0;
                }
            }
            return false;
        }

        private RecordMerge decide(List<JudgedRecord> arrivals, List<RecordVersion> known) {
            RecordMerge decision = new RecordMerge(matcher(), known);
            for (JudgedRecord arrival : arrivals) {
                InterpretedRecord arrived = arrival.record();
                if (decision.isTooMany(arrival.copy())) {
                    refuse(arrived);
                    continue;
                }
                RecordVersion version =
                        decision.arrive(
                                new Arrival(arrival.copy(), arrived.order(), arrival.teacher()));
                if (version == null) duplicates.add(arrived);
                else if (arrived.teacher() != null) newcomers.put(version, arrived.teacher());
            }
            return decision;
        }

        private void refuse(InterpretedRecord arrived) {
            refused++;
            String most = "> " + RecordMerge.CONTENTS_MAX;
            Finding finding = new Finding(FindingCode.TOO_MANY_CONTENTS, "/recordId", most);
            remarks.add(
                    new FindingAt(arrived.position(), arrived.completion().recordId(), finding));
        }

        /// Adds to the settled posting what only this chunk knows.
        private Posting complete(RecordMerge decision, PostingTotals totals) {
            LandedChunk chunk = interpreted.chunk();
            long delivery = chunk.ref().delivery();
            totals.reject(delivery, prepared.rejected() + refused);
            for (InterpretedRecord again : duplicates) {
                totals.duplicate(
                        delivery,
                        again.completion() instanceof Completed completed
                                ? completed.training().hourHundredths()
                                : 0);
            }
            newcomers.forEach((version, keys) -> compare(version, keys, totals));
            return new Posting(
                    new Posting.Finished(chunk, interpreted.persons()),
                    Occasion.chunk(delivery, chunk.ref().chunk()),
                    decision.equals(news) ? List.of() : decision.changes(),
                    new HashMap<>(newcomers),
                    decision.entries(),
                    totals.standings(),
                    totals.cells(),
                    totals.deliveries(),
                    remarks,
                    List.of(),
                    totals.adjustments());
        }

        /// What the record says of the teacher, with what the roster does.
        private void compare(RecordVersion version, TeacherKeys keys, PostingTotals totals) {
            if (version.teacher() == RecordVersion.NOBODY) return;
            TeacherAccount account = totals.account(version.teacher());
            if (account == null) return;
            if (!account.name().equals(keys.name())) {
                note(version, new Finding(FindingCode.NAME_DIFFERS, "/teacher/name", null));
            }
        }

        private void note(RecordVersion version, Finding finding) {
            Origin origin = version.copy().origin();
            remarks.add(new FindingAt(origin.position(), origin.recordId(), finding));
        }
    }
}
