package io.credithub.domain.ledger;

import io.credithub.domain.ledger.Valuation.AwardAmounts;
import org.jspecify.annotations.Nullable;

/// One content of a record while a decision is being made: what the registry holds of it, and what
/// it shall hold. Used by one thread, for one decision.
public final class RecordVersion {
    /// The number of a teacher whom the roster does not know.
    public static final int NOBODY = 0;

    private final @Nullable Valuation worthWas;
    private final int number;
    private final @Nullable VersionState was;
    private final VersionOrder orderWas;
    private final int teacherWas;
    private RecordContent copy;
    private VersionOrder order;
    private int teacher;
    private VersionState now;
    private @Nullable EntryReason repricedFor;

    /// What the registry says of a content.
    ///
    /// @param number its place among the contents of its record, from 1
    /// @param state absent if it has just arrived
    /// @param teacher the teacher's number, or [#NOBODY]
    public record Entered(int number, @Nullable VersionState state, int teacher) {}

    private RecordVersion(RecordContent copy, VersionOrder order, Entered entered) {
        this.copy = copy;
        this.worthWas = copy.worth();
        this.order = order;
        this.orderWas = order;
        this.number = entered.number;
        this.was = entered.state;
        this.teacher = entered.teacher;
        this.teacherWas = entered.teacher;
        this.now = was == null ? VersionState.WAITING : was;
    }

    /// A content that the registry holds.
    public static RecordVersion known(RecordContent copy, VersionOrder order, Entered entered) {
        return new RecordVersion(copy, order, entered);
    }

    /// A content that has just arrived; `number` is its place among the contents of its record.
    static RecordVersion arrived(RecordContent copy, VersionOrder order, int number, int teacher) {
        return new RecordVersion(copy, order, new Entered(number, null, teacher));
    }

    public RecordContent copy() {
        return copy;
    }

    public VersionOrder order() {
        return order;
    }

    public int number() {
        return number;
    }

    public int teacher() {
        return teacher;
    }

    /// Whose it was before.
    public int teacherWas() {
        return teacherWas;
    }

    /// Whether it was one teacher's and is another's now.
    public boolean isMoved() {
        return was != null && teacherWas != NOBODY && teacherWas != teacher;
    }

    /// The state in the registry; absent if it has just arrived.
    public @Nullable VersionState was() {
        return was;
    }

    public VersionState now() {
        return now;
    }

    public boolean isNew() {
        return was == null;
    }

    public boolean isChanged() {
        return was != now || !order.equals(orderWas) || isRepriced() || isIdentified();
    }

    /// Whether the registry did not know whose it is, and does now.
    public boolean isIdentified() {
        return was != null && teacherWas != teacher;
    }

    /// What it was worth before; the same as now, unless it was priced anew.
    public @Nullable Valuation worthWas() {
        return worthWas;
    }

    /// Whether other rules than those it was posted by give another award.
    public boolean isRepriced() {
        return repricedFor != null;
    }

    /// Why another award is given; absent unless it is.
    public @Nullable EntryReason repricedFor() {
        return repricedFor;
    }

    /// Whether it has just arrived, or came again as a later one.
    boolean isNews() {
        return was == null || !order.equals(orderWas);
    }

    void become(VersionState state) {
        now = state;
    }

    /// Other rules judge it now, or it is judged elsewhere.
    void reprice(AwardAmounts price, EntryReason reason) {
        Valuation worth = copy.worth();
        if (worth == null) return;
        copy = copy.worth(worth.priced(price));
        repricedFor = reason;
    }

    void identify(int found) {
        teacher = found;
    }

    /// The same content came again, later: where nothing else orders the contents, that counts.
    boolean renew(VersionOrder later) {
        if (later.compareTo(order) <= 0) return false;
        order = later;
        return true;
    }

    /// It was read from the bytes by a mapping that has been mended since: any other content of its
    /// record goes before it.
    public void giveWay() {
        order = VersionOrder.WEAKEST;
    }

    /// The training it is a copy of, if it is a known teacher's completion.
    public @Nullable TrainingKey group() {
        return group(teacher);
    }

    /// The training it was a copy of, before it was given to another teacher.
    @Nullable TrainingKey groupWas() {
        return group(teacherWas);
    }

    private @Nullable TrainingKey group(int whose) {
        Valuation worth = copy.worth();
        if (worth == null || whose == NOBODY) return null;
        return new TrainingKey(
                whose, worth.programme(), worth.facts().level(), worth.facts().completedOn());
    }
}
