package io.credithub.store.recompute;

import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// How far a recomputation is. That it is applied is decided under the ledger lock
/// (`RulebookWriter`); what is over is never set back by a process that comes late.
@Entity
@Table(name = "recomputation")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class RecomputationRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    @Column(name = "asked_at", insertable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "asked_by", updatable = false)
    private String askedBy;

    @Column(name = "main_id", updatable = false)
    private int main;

    @Column(updatable = false)
    private int against;

    @Enumerated(EnumType.STRING)
    private RecomputationState state;

    @Column(updatable = false)
    private int teachers;

    private int done;

    /// The decision by which it was applied; null: nobody has decided.
    @Column(name = "rulebook_id", insertable = false, updatable = false)
    private @Nullable Integer rulebook;

    /// Number of what records are matched by since it was decided; null: nobody has, or it is about
    /// rules.
    @Column(insertable = false, updatable = false)
    private @Nullable Long matching;

    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    private RecomputationKind kind;

    @Column(name = "finished_at", insertable = false)
    private @Nullable Instant finishedAt;

    @ElementCollection
    @CollectionTable(
            name = "recomputation_policy",
            joinColumns = @JoinColumn(name = "recomputation_id"))
    @Column(name = "policy_id")
    private Set<Integer> versions = new HashSet<>();

    @Version private int version;

    /// For Hibernate.
    RecomputationRow() {}

    /// What somebody asks.
    ///
    /// @param main number of the main policy
    /// @param versions the numbers of all
    /// @param against number of the rulebook in force
    /// @param teachers how many there are
    record RecomputationRequest(
            String by, int main, Collection<Integer> versions, int against, int teachers) {}

    static RecomputationRow asked(RecomputationRequest question) {
        RecomputationRow row = new RecomputationRow();
        row.askedBy = question.by();
        row.main = question.main();
        row.versions.addAll(question.versions());
        row.against = question.against();
        row.teachers = question.teachers();
        row.state = RecomputationState.TELLING;
        return row;
    }

    /// It is known what would change, unless it has been decided in the meantime.
    void told(Instant now) {
        if (!isDecided() && state != RecomputationState.TOLD) end(RecomputationState.TOLD, now);
    }

    /// What stopped half way goes on by the decision that was made.
    void goOn() {
        if (!isDecided() || state != RecomputationState.FAILED) return;
        state = RecomputationState.APPLYING;
        finishedAt = null;
    }

    /// It has been posted for so many teachers. Who begins anew after a crash undoes nothing.
    void posted(int teachers) {
        done = Math.max(done, teachers);
    }

    void applied(Instant now) {
        if (isDecided() && state != RecomputationState.APPLIED)
            end(RecomputationState.APPLIED, now);
    }

    /// It stopped half way, if it was under way.
    void failed(Instant now) {
        if (!state.isOver()) end(RecomputationState.FAILED, now);
    }

    private boolean isDecided() {
        return rulebook != null || matching != null;
    }

    private void end(RecomputationState as, Instant now) {
        state = as;
        finishedAt = now;
    }

    int id() {
        return Objects.requireNonNull(id, "not noted yet");
    }

    Instant askedAt() {
        return askedAt;
    }

    String askedBy() {
        return askedBy;
    }

    RecomputationKind kind() {
        return kind;
    }

    int main() {
        return main;
    }

    Set<Integer> versions() {
        return Set.copyOf(versions);
    }
}
