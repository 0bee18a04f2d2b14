package io.credithub.store.recognition;

import io.credithub.domain.Credits;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.recognition.Claim.Event;
import io.credithub.store.connection.FreeText;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Something that was done about a claim. The registry sets its time.
@Entity
@Immutable
@Table(name = "recognition_event")
@SuppressWarnings("NullAway.Init")
class EventRow {
    @EmbeddedId private ClaimPart id;

    @Enumerated(EnumType.STRING)
    private ClaimAction act;

    @Enumerated(EnumType.STRING)
    private ClaimState state;

    @Column(name = "by_key")
    private String by;

    @Column(insertable = false)
    private Instant at;

    private int revision;
    private @Nullable String note;

    /// In hundredths.
    private @Nullable Integer decided;

    /// For Hibernate.
    EventRow() {}

    static EventRow of(long claim, Event event) {
        Credits decided = event.decided();
        EventRow row = new EventRow();
        row.id = new ClaimPart(claim, event.no());
        row.act = event.act();
        row.state = event.state();
        row.by = event.by();
        row.revision = event.revision();
        row.note = FreeText.of(event.note());
        row.decided = decided == null ? null : Math.toIntExact(decided.hundredths());
        return row;
    }

    Event event() {
        Credits credits = decided == null ? null : new Credits(decided);
        return new Event(id.no(), act, state, by, at, revision, note, credits);
    }
}
