package io.credithub.flow.adjustment;

import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record with everything of the teachers whose it is or was: what one of its contents earns
/// tells on all of that.
///
/// @param contents of the record and of all that these teachers have
record RecordFile(UUID record, Set<Integer> teachers, List<RecordVersion> contents) {
    static Uni<RecordFile> read(LedgerTransaction ledger, UUID record) {
        return ledger.contents(Set.of(record))
                .chain(own -> {
                    Set<Integer> teachers = new HashSet<>();
                    for (RecordVersion version : own) teachers.add(version.teacher());
                    teachers.remove(RecordVersion.NOBODY);
                    return ledger.contentsOf(teachers)
                            .map(theirs -> new RecordFile(record, teachers, all(own, theirs)));
                });
    }

    private static List<RecordVersion> all(List<RecordVersion> own, List<RecordVersion> theirs) {
        Set<UUID> keys = new HashSet<>();
        for (RecordVersion version : own) keys.add(version.copy().key());
        List<RecordVersion> all = new ArrayList<>(own);
        for (RecordVersion version : theirs) {
            if (!keys.contains(version.copy().key())) all.add(version);
        }
        return all;
    }

    /// @return null if the record earns nothing
    @Nullable RecordVersion inForce() {
        for (RecordVersion version : contents) {
            boolean isOurs = version.copy().key().equals(record);
            if (isOurs && version.was() == VersionState.IN_FORCE) return version;
        }
        return null;
    }

    /// @param number of the record's contents
    RecordVersion content(int number) {
        for (RecordVersion version : contents) {
            boolean isOurs = version.copy().key().equals(record);
            if (isOurs && version.number() == number) return version;
        }
        throw new IllegalStateException("no content " + number + " of " + record);
    }

    /// What a content earns from now on.
    record NewPrice(RecordVersion content, AwardAmounts price, EntryReason reason) {}

    Uni<Void> post(LedgerTransaction ledger, PostingService postings, NewPrice by) {
        return postings.matching(ledger)
                .map(matcher -> {
                    RecordMerge merge = new RecordMerge(matcher, contents);
                    merge.matchWhole(teachers);
                    merge.adjust(by.content(), by.price(), by.reason());
                    return merge;
                })
                .chain(merge ->
                        postings.resolveAndPost(ledger, merge, Set.of(), Posting::ofNoChunk))
                .replaceWithVoid();
    }
}
