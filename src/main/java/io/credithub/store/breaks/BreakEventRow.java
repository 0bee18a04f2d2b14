package io.credithub.store.breaks;

import io.credithub.domain.Narrow;
import io.credithub.domain.reconcile.BreakAction;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.breaks.BreakActs.BreakDeed;
import io.credithub.store.connection.FreeText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Something that somebody did about a break.
@Entity
@Immutable
@Table(name = "recon_break_event")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // what is written only
class BreakEventRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private UUID identity;
    private Instant at;
    private String by;
    private String kind;
    private short code;
    private short state;

    @Column(name = "from_state")
    private short fromState;

    private @Nullable String note;
    private @Nullable Short owner;
    private @Nullable String assignee;

    /// For Hibernate.
    BreakEventRow() {}

    /// @param code of the break at that moment
    static BreakEventRow of(
            UUID identity, short code, BreakState was, BreakDeed deed, Instant now) {
        BreakAction action = deed.action();
        BreakOwner owner = action.owner(deed.owner());
        BreakEventRow row = new BreakEventRow();
        row.identity = identity;
        row.at = now;
        row.by = deed.by();
        row.kind = action.name();
        row.code = code;
        row.fromState = Narrow.toShort(was.code());
        row.state = Narrow.toShort(action.from(was).code());
        row.note = FreeText.of(deed.reason());
        row.owner = owner == null ? null : Narrow.toShort(owner.code());
        row.assignee = action == BreakAction.ASSIGN ? FreeText.of(deed.assignee()) : null;
        return row;
    }
}
