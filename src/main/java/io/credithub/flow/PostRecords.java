package io.credithub.flow;

import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.Copy.Origin;
import io.credithub.domain.ledger.Decision;
import io.credithub.domain.ledger.Precedence;
import io.credithub.domain.ledger.Version;
import io.credithub.flow.Pen.Brief;
import io.credithub.flow.Pen.Found;
import io.credithub.flow.Pen.Held;
import io.credithub.flow.Pen.Identified;
import io.credithub.flow.Prepared.Copied;
import io.smallrye.mutiny.Uni;
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
/// ledger must say, and every sum that follows, in one transaction under the pen.
public final class PostRecords {
    private final Settling settling;
    private final Precedence precedence;

    /// Feeds whose last chunk held something known. Only a hint: either way gives the same.
    private final Set<Integer> repeating = ConcurrentHashMap.newKeySet();

    public PostRecords(Settling settling, Precedence precedence) {
        this.settling = settling;
        this.precedence = precedence;
    }

    /// What a chunk comes to, worked out before the pen is there.
    ///
    /// @param news absent if its feed repeats itself
    record Presumed(Prepared prepared, Identified identified, @Nullable Pass news) {
        int records() {
            return prepared.records().size();
        }

        ChunkRef chunk() {
            return prepared.judged().chunk().ref();
        }
    }

    Presumed presume(Prepared prepared, Identified identified) {
        boolean repeats = repeating.contains(prepared.judged().chunk().feed());
        Pass news = repeats ? null : new Pass(prepared, identified.found()).presumeNews();
        return new Presumed(prepared, identified, news);
    }

    /// Most chunks hold nothing but news. So their contents are written as if they were, without a
    /// question and beside whoever holds the pen; if the registry then turns out to know a record
    /// or a training, nothing is kept of it and the chunk is posted with care. A feed that repeats
    /// itself is not trusted again until it stops to.
    ///
    /// @return what was written; null if the chunk was finished already
    Uni<@Nullable Posting> post(Pen pen, Presumed presumed) {
        Pass news = presumed.news();
        if (news == null) return pen.hold(presumed.records(), held -> care(held, presumed));
        return pen.presume(news.contents(), held -> asNews(held, presumed, news))
                .chain(posting ->
                        posting != null
                                ? Uni.createFrom().item(posting)
                                : pen.hold(presumed.records(), held -> care(held, presumed)));
    }

    /// @return null if the chunk was finished meanwhile, or the roster is another
    private static Uni<@Nullable Posting> asNews(Held held, Presumed presumed, Pass news) {
        if (!held.isStill(presumed.identified())) return Uni.createFrom().nullItem();
        return held.isOpen(presumed.chunk())
                .chain(open -> open ? news.conclude(held) : Uni.createFrom().nullItem());
    }

    /// Posts with what the registry holds of each record and training.
    ///
    /// @return what was written; null if the chunk was finished already
    Uni<@Nullable Posting> care(Held held, Presumed presumed) {
        return held.isOpen(presumed.chunk())
                .chain(open -> open ? careful(held, presumed) : Uni.createFrom().nullItem());
    }

    private Uni<@Nullable Posting> careful(Held held, Presumed presumed) {
        Uni<Identified> identified =
                held.isStill(presumed.identified())
                        ? Uni.createFrom().item(presumed.identified())
                        : held.identify(presumed.prepared().judged().teachers());
        return identified.chain(known -> new Pass(presumed.prepared(), known.found()).post(held));
    }

    /// One way of posting a chunk, gone once.
    final class Pass {
        private final Judged judged;
        private final List<Copied> records;
        private final Found found;
        private final List<FindingAt> remarks;
        private final Map<Version, TeacherKeys> newcomers = new LinkedHashMap<>();
        private final List<JudgedRecord> duplicates = new ArrayList<>();
        private @Nullable Decision news;

        private Pass(Prepared prepared, Found found) {
            this.judged = prepared.judged();
            this.records = prepared.records();
            this.found = found;
            this.remarks = new ArrayList<>(judged.findings());
        }

        private Pass presumeNews() {
            Decision decision = decide(records, List.of());
            decision.groups();
            decision.settle(List.of());
            news = decision;
            return this;
        }

        private List<Version> contents() {
            return Objects.requireNonNull(news).changes();
        }

        /// What follows from the contents, which are written.
        private Uni<@Nullable Posting> conclude(Held held) {
            Decision decision = Objects.requireNonNull(news);
            return settling.conclude(held, decision, Set.of(), this::complete);
        }

        private Uni<@Nullable Posting> post(Held held) {
            Set<UUID> keys = HashSet.newHashSet(records.size());
            for (Copied arrived : records) keys.add(arrived.copy().key());
            return held.briefs(keys)
                    .chain(briefs -> decide(held, briefs))
                    .chain(decision -> settling.settle(held, decision, Set.of(), this::complete));
        }

        /// Repetitions are told from their brief; only of what else is known the whole is read.
        private Uni<Decision> decide(Held held, Map<UUID, List<Brief>> briefs) {
            if (briefs.isEmpty()) repeating.remove(judged.chunk().feed());
            else repeating.add(judged.chunk().feed());
            List<Copied> others = new ArrayList<>();
            Set<UUID> changed = new HashSet<>();
            for (Copied arrived : records) {
                List<Brief> known = briefs.getOrDefault(arrived.copy().key(), List.of());
                if (isRepeated(arrived.record(), known)) {
                    duplicates.add(arrived.record());
                } else {
                    others.add(arrived);
                    if (!known.isEmpty()) changed.add(arrived.copy().key());
                }
            }
            return held.contents(changed).map(contents -> decide(others, contents));
        }

        /// The same content once more, and not as a later one: nothing changes by it.
        private static boolean isRepeated(JudgedRecord arrived, List<Brief> known) {
            for (Brief brief : known) {
                if (brief.content().equals(arrived.content())) {
                    return arrived.order().compareTo(brief.order()) <= 0;
                }
            }
            return false;
        }

        private Decision decide(List<Copied> arrivals, List<Version> known) {
            Decision decision = new Decision(precedence, known);
            for (Copied arrival : arrivals) {
                JudgedRecord arrived = arrival.record();
                int teacher = teacher(arrived);
                Version version =
                        decision.arrive(new Arrival(arrival.copy(), arrived.order(), teacher));
                if (version == null) duplicates.add(arrived);
                else if (arrived.teacher() != null) newcomers.put(version, arrived.teacher());
            }
            return decision;
        }

        private int teacher(JudgedRecord arrived) {
            TeacherKeys keys = arrived.teacher();
            if (keys == null) return Version.NOBODY;
            Integer byNumber = keys.number() == null ? null : found.byNumber().get(keys.number());
            Integer byDocument =
                    keys.documentHash() == null
                            ? null
                            : found.byDocument().get(keys.documentHash());
            if (byNumber != null && byDocument != null && !byNumber.equals(byDocument)) {
                remark(arrived.position(), arrived, FindingCode.IDENTITY_MISMATCH, "/teacher");
            }
            if (byNumber != null) return byNumber;
            return byDocument == null ? Version.NOBODY : byDocument;
        }

        private void remark(long position, JudgedRecord record, FindingCode code, String field) {
            Finding finding = new Finding(code, field, null);
            remarks.add(new FindingAt(position, record.completion().recordId(), finding));
        }

        /// Adds to the settled posting what only this chunk knows.
        private Posting complete(Decision decision, Bookkeeping books) {
            LandedChunk chunk = judged.chunk();
            long delivery = chunk.ref().delivery();
            books.reject(delivery, judged.rejected());
            for (JudgedRecord again : duplicates) {
                books.duplicate(
                        delivery,
                        again.completion() instanceof Completed completed
                                ? completed.training().hourHundredths()
                                : 0);
            }
            for (Version loser : decision.conflicts()) {
                Finding finding = new Finding(FindingCode.VERSION_CONFLICT, "/revision", null);
                Origin origin = loser.copy().origin();
                remarks.add(new FindingAt(origin.position(), origin.recordId(), finding));
            }
            newcomers.forEach((version, keys) -> compareNames(version, keys, books));
            return new Posting(
                    new Posting.Finished(chunk, judged.persons()),
                    decision.equals(news) ? List.of() : decision.changes(),
                    new HashMap<>(newcomers),
                    decision.entries(),
                    books.standings(),
                    books.cells(),
                    books.deliveries(),
                    remarks);
        }

        private void compareNames(Version version, TeacherKeys keys, Bookkeeping books) {
            if (version.teacher() == Version.NOBODY) return;
            Account account = books.account(version.teacher());
            if (account == null || account.name().equals(keys.name())) return;
            Origin origin = version.copy().origin();
            Finding finding = new Finding(FindingCode.NAME_DIFFERS, "/teacher/name", null);
            remarks.add(new FindingAt(origin.position(), origin.recordId(), finding));
        }
    }
}
