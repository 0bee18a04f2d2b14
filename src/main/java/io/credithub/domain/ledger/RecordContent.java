package io.credithub.domain.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One content of one record, as a source sent it.
///
/// @param key of the record: a digest of feed and record id
/// @param content digest of the canonical bytes
/// @param worth what it is worth; absent for a withdrawal
/// @param said of the teacher; nothing where it comes from the registry, which has it
public record RecordContent(
        UUID key, UUID content, Origin origin, @Nullable Valuation worth, TeacherSaid said) {
    /// One that says nothing of its teacher's school and name.
    public RecordContent(UUID key, UUID content, Origin origin, @Nullable Valuation worth) {
        this(key, content, origin, worth, TeacherSaid.NOTHING);
    }

    /// Credits that this content earns, in hundredths; a withdrawal earns nothing.
    public int credits() {
        return worth == null ? 0 : worth.price().credits();
    }

    /// Hours in hundredths; 0 where there are none.
    public int hourHundredths() {
        return worth == null ? 0 : worth.facts().training().hourHundredths();
    }

    /// The same content with another worth.
    RecordContent worth(Valuation other) {
        return new RecordContent(key, content, origin, other, said);
    }

    /// Where a content came from.
    ///
    /// @param feed the feed's number in the registry
    /// @param position of the record in its delivery, from 0
    public record Origin(
            int feed, String feedCode, String recordId, long delivery, long position) {}
}
