package io.credithub.store.breaks;

import io.credithub.domain.Narrow;
import io.credithub.domain.reconcile.BreakAction;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.breaks.BreakActs.BarredBreak;
import io.credithub.flow.breaks.BreakActs.BreakDeed;
import io.credithub.flow.result.Outcome;
import io.credithub.store.connection.FreeText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A break as far as people change it. What it says is a run's, which changes it in sets and moves
/// its version too.
@Entity
@Table(name = "recon_break")
@DynamicUpdate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // what is written only
class BreakRow {
    @Id private UUID identity;

    @Column(insertable = false, updatable = false)
    private short code;

    private short state;
    private short owner;

    @Column(name = "owner_given")
    private boolean ownerGiven;

    private @Nullable String assignee;

    @Column(insertable = false, updatable = false)
    private String division;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Version private int version;

    /// For Hibernate.
    BreakRow() {}

    /// Whether it is theirs whose divisions begin so.
    boolean isWithin(String prefix) {
        return division.startsWith(prefix);
    }

    short code() {
        return code;
    }

    /// @return refused, and nothing changes, if it is not possible in this state
    Outcome<BreakState, BarredBreak> take(BreakDeed deed, Instant now) {
        BreakState was = BreakState.of(state);
        BreakAction action = deed.action();
        if (!BreakAction.possible(was).contains(action)) {
            return Outcome.refused(new BarredBreak(identity, was));
        }
        BreakState becomes = action.from(was);
        state = Narrow.toShort(becomes.code());
        BreakOwner given = action.owner(deed.owner());
        if (given != null) {
            owner = Narrow.toShort(given.code());
            ownerGiven = true;
        }
        if (action == BreakAction.ASSIGN) assignee = FreeText.of(deed.assignee());
        if (action == BreakAction.ACCEPT) {
            closedAt = now;
            closedBy = deed.by();
        }
        if (action == BreakAction.REOPEN) {
            openedAt = now;
            closedAt = null;
            closedBy = null;
        }
        return Outcome.done(was);
    }

    /// Where it is now.
    BreakState state() {
        return BreakState.of(state);
    }
}
