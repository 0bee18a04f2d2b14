package io.credithub.domain.ledger;

import io.credithub.domain.ledger.Valuation.AwardAmounts;
import java.util.Set;
import java.util.UUID;
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
    private final Matched matchedWas;
    private final Ruling rulingWas;
    private RecordContent copy;
    private VersionOrder order;
    private int teacher;
    private VersionState now;
    private Matched matched;
    private Ruling ruling;
    private @Nullable EntryReason repricedFor;
    private boolean isCrowded;

    /// What the registry says of a content.
    ///
    /// @param number its place among the contents of its record, from 1
    /// @param state absent if it has just arrived
    /// @param teacher the teacher's number, or [#NOBODY]
    public record Entered(
            int number, @Nullable VersionState state, int teacher, Matched matched, Ruling ruling) {
        /// Of a content that stands alone, and that nobody has decided about.
        public Entered(int number, @Nullable VersionState state, int teacher) {
            this(number, state, teacher, Matched.ALONE, Ruling.NONE);
        }
    }

    /// How a content stands to the others of its teacher, beside its state.
    ///
    /// @param hold why it is held, or was when it was refused
    /// @param peer key of the record that counts in its place, or that it is held for
    /// @param rule by which the two belong together
    public record Matched(
            @Nullable HoldReason hold, @Nullable UUID peer, @Nullable MatchRule rule) {
        public static final Matched ALONE = new Matched(null, null, null);
    }

    private RecordVersion(RecordContent copy, VersionOrder order, Entered entered) {
        this.copy = copy;
        this.worthWas = copy.worth();
        this.order = order;
        this.orderWas = order;
        this.number = entered.number;
        this.was = entered.state;
        this.teacher = entered.teacher;
        this.teacherWas = entered.teacher;
        this.matchedWas = entered.matched;
        this.matched = entered.matched;
        this.rulingWas = entered.ruling;
        this.ruling = entered.ruling;
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
        return was != now
                || !order.equals(orderWas)
                || isRepriced()
                || isIdentified()
                || isMatchedAnew();
    }

    private boolean isMatchedAnew() {
        return !matched.equals(matchedWas)
                || ruling != rulingWas
                || family(copy.worth()) != family(worthWas);
    }

    private static int family(@Nullable Valuation worth) {
        return worth == null ? 0 : worth.training().family();
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

    /// How it stands to the others, now.
    public Matched matched() {
        return matched;
    }

    /// How it stood to the others, as the registry has it.
    public Matched matchedWas() {
        return matchedWas;
    }

    /// What people decided about this content.
    public Ruling ruling() {
        return ruling;
    }

    /// Whether too many teachers finished it at the very same instant; known of who is looked at as
    /// a whole.
    public boolean isCrowded() {
        return isCrowded;
    }

    void crowd(boolean isTooMany) {
        isCrowded = isTooMany;
    }

    /// It does not stand among its teacher's records that count.
    void become(VersionState state) {
        now = state;
        matched = Matched.ALONE;
    }

    /// Matching puts it there.
    void place(Placement placement) {
        now = placement.state();
        RecordVersion peer = placement.peer();
        boolean isAlone = placement.hold() == null && peer == null && placement.rule() == null;
        matched =
                isAlone
                        ? Matched.ALONE
                        : new Matched(
                                placement.hold(),
                                peer == null ? null : peer.copy.key(),
                                placement.rule());
    }

    /// Whether another record, or other teachers', have to do with where it is.
    boolean isSetApart() {
        return matchedWas.peer() != null || matchedWas.hold() == HoldReason.SAME_INSTANT;
    }

    /// Whether only who looks at all of a teacher can tell where it belongs: it cannot be true
    /// together with another record, or beside other teachers', or a record that is none of these
    /// counts in its place.
    ///
    /// @param near keys of records
    boolean isSetApartBeyond(Set<UUID> near) {
        if (isMoved()) return false;
        if (matchedWas.hold() == HoldReason.SAME_INSTANT) return true;
        UUID peer = matchedWas.peer();
        MatchRule rule = matchedWas.rule();
        if (peer == null || rule == null) return false;
        return rule.kind() == MatchRule.MatchKind.IMPOSSIBLE || !near.contains(peer);
    }

    void rule(Ruling decided) {
        ruling = decided;
    }

    /// Its title is of another family now.
    void retitle(int family) {
        Valuation worth = copy.worth();
        if (worth != null) copy = copy.worth(worth.of(family));
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

    /// Within which its copies are, if it is a known teacher's completion.
    public @Nullable FamilyKey group() {
        return group(teacher, copy.worth());
    }

    /// Within which its copies were, before it was given to another teacher or its title to another
    /// family.
    @Nullable FamilyKey groupWas() {
        return group(teacherWas, worthWas);
    }

    private static @Nullable FamilyKey group(int whose, @Nullable Valuation worth) {
        if (worth == null || whose == NOBODY) return null;
        return new FamilyKey(whose, worth.training().family());
    }
}
