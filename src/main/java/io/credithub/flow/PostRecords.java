package io.credithub.flow;

import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.Copy;
import io.credithub.domain.ledger.Copy.Origin;
import io.credithub.domain.ledger.Decision;
import io.credithub.domain.ledger.Precedence;
import io.credithub.domain.ledger.Version;
import io.credithub.domain.ledger.Worth;
import io.credithub.flow.Pen.Found;
import io.credithub.flow.Pen.Held;
import io.smallrye.mutiny.Uni;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Posts the records of one chunk: who the teachers are, which contents and copies count, what the
/// ledger must say, and every sum that follows, in one transaction under the pen.
public final class PostRecords {
    private final Settling settling;
    private final Precedence precedence;

    public PostRecords(Settling settling, Precedence precedence) {
        this.settling = settling;
        this.precedence = precedence;
    }

    /// @param programmes the number of each programme name in `judged`, by its normal form
    /// @return what was written; null if the chunk was finished already
    Uni<@Nullable Posting> post(Held held, Judged judged, Map<String, Integer> programmes) {
        return held.isOpen(judged.chunk().ref())
                .chain(open ->
                        open
                                ? new Pass(held, judged, programmes).post()
                                : Uni.createFrom().nullItem());
    }

    /// One chunk under the pen.
    private final class Pass {
        private final Held held;
        private final Judged judged;
        private final Map<String, Integer> programmes;
        private final List<FindingAt> remarks;
        private final Map<Version, TeacherKeys> newcomers = new LinkedHashMap<>();
        private final List<JudgedRecord> duplicates = new ArrayList<>();

        Pass(Held held, Judged judged, Map<String, Integer> programmes) {
            this.held = held;
            this.judged = judged;
            this.programmes = programmes;
            this.remarks = new ArrayList<>(judged.findings());
        }

        Uni<Posting> post() {
            Set<TeacherKeys> keys = new HashSet<>();
            Set<UUID> records = new HashSet<>();
            for (JudgedRecord arrived : judged.records()) {
                records.add(arrived.key());
                if (arrived.teacher() != null) keys.add(arrived.teacher());
            }
            return held.teachers(keys)
                    .chain(found -> held.contents(records).map(known -> decide(found, known)))
                    .chain(decision -> settling.settle(held, decision, Set.of(), this::complete));
        }

        private Decision decide(Found found, List<Version> known) {
            Decision decision = new Decision(precedence, known);
            for (JudgedRecord arrived : judged.records()) {
                int teacher = teacher(arrived, found);
                Version version =
                        decision.arrive(new Arrival(copy(arrived), arrived.order(), teacher));
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

        private Copy copy(JudgedRecord arrived) {
            LandedChunk chunk = judged.chunk();
            Origin origin =
                    new Origin(
                            chunk.feed(),
                            chunk.feedCode(),
                            arrived.completion().recordId(),
                            chunk.ref().delivery(),
                            arrived.position());
            return new Copy(arrived.key(), arrived.content(), origin, worth(arrived));
        }

        private @Nullable Worth worth(JudgedRecord arrived) {
            if (!(arrived.completion() instanceof Completed completed)) return null;
            return new Worth(
                    completed.facts(),
                    Objects.requireNonNull(programmes.get(arrived.programme())),
                    (int) completed.evidence().stream().map(e -> e.kind()).distinct().count(),
                    Objects.requireNonNull(arrived.price()),
                    completed.sourceCredits() == null
                            ? null
                            : completed
                                    .sourceCredits()
                                    .movePointRight(2)
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .intValue());
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
                    decision.changes(),
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
