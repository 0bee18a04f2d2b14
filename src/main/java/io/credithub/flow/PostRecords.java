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
import io.credithub.flow.Prepared.Copied;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// @return what was written; null if the chunk was finished already
    Uni<@Nullable Posting> post(Held held, Prepared prepared) {
        return held.isOpen(prepared.judged().chunk().ref())
                .chain(open -> open ? postOpen(held, prepared) : Uni.createFrom().nullItem());
    }

    /// Most chunks hold nothing but news. So they are posted as if they did, without a question; if
    /// the registry then turns out to know a record or a training, all is taken back and done again
    /// with care. A feed that repeats itself is not tried again until it stops to.
    private Uni<@Nullable Posting> postOpen(Held held, Prepared prepared) {
        if (repeating.contains(prepared.judged().chunk().feed())) {
            return new Pass(held, prepared).post();
        }
        return held.attempt(bold -> new Pass(bold, prepared).postAsNews())
                .chain(posting ->
                        posting != null
                                ? Uni.createFrom().item(posting)
                                : new Pass(held, prepared).post());
    }

    /// One chunk under the pen.
    private final class Pass {
        private final Held held;
        private final Judged judged;
        private final List<Copied> records;
        private final List<FindingAt> remarks;
        private final Map<Version, TeacherKeys> newcomers = new LinkedHashMap<>();
        private final List<JudgedRecord> duplicates = new ArrayList<>();
        private boolean areAdded;

        Pass(Held held, Prepared prepared) {
            this.held = held;
            this.judged = prepared.judged();
            this.records = prepared.records();
            this.remarks = new ArrayList<>(judged.findings());
        }

        /// @return null if something of it is known already
        Uni<@Nullable Posting> postAsNews() {
            areAdded = true;
            return teachers()
                    .chain(found -> {
                        Decision decision = decide(found, records, List.of());
                        decision.groups();
                        decision.settle(List.of());
                        int news = decision.changes().size();
                        return Uni.combine()
                                .all()
                                .unis(
                                        held.add(decision.changes()),
                                        settling.conclude(held, decision, Set.of(), this::complete))
                                .with((added, posting) -> added == news ? posting : null);
                    });
        }

        Uni<Posting> post() {
            Set<UUID> keys = HashSet.newHashSet(records.size());
            for (Copied arrived : records) keys.add(arrived.copy().key());
            return teachers()
                    .chain(found -> held.briefs(keys).chain(briefs -> decide(found, briefs)))
                    .chain(decision -> settling.settle(held, decision, Set.of(), this::complete));
        }

        private Uni<Found> teachers() {
            List<TeacherKeys> keys = new ArrayList<>(records.size());
            for (Copied arrived : records) {
                if (arrived.record().teacher() != null) keys.add(arrived.record().teacher());
            }
            return held.teachers(keys);
        }

        /// Repetitions are told from their brief; only of what else is known the whole is read.
        private Uni<Decision> decide(Found found, Map<UUID, List<Brief>> briefs) {
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
            return held.contents(changed).map(contents -> decide(found, others, contents));
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

        private Decision decide(Found found, List<Copied> arrivals, List<Version> known) {
            Decision decision = new Decision(precedence, known);
            for (Copied arrival : arrivals) {
                JudgedRecord arrived = arrival.record();
                int teacher = teacher(arrived, found);
                Version version =
                        decision.arrive(new Arrival(arrival.copy(), arrived.order(), teacher));
                if (version == null) duplicates.add(arrived);
                else if (arrived.teacher() != null) newcomers.put(version, arrived.teacher());
            }
            return decision;
        }

        private int teacher(JudgedRecord arrived, Found found) {
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
                    areAdded ? List.of() : decision.changes(),
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
