package io.credithub.domain.ledger;

import io.credithub.domain.Text;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// By what one system's copy of a training counts and another's does not, in the order in which it
/// is asked. The regulation leaves this open.
public enum SurvivorshipRule implements Criterion {
    /// Source precedence for the level: smaller comes first.
    PRECEDENCE(11, "该层次的培训以排在前面的系统为准", "for this level, the system that comes first counts"),
    EVIDENCE(12, "以佐证材料更充分的记录为准", "the record with the stronger evidence counts"),
    FEED_CODE(
            13,
            "其他条件相同,按系统编号的先后确定",
            "all else being equal, the order of the systems' codes decides"),
    RECORD_ID(14, "其他条件相同,按记录编号的先后确定", "all else being equal, the order of the record ids decides");

    private final int code;
    private final Text text;

    SurvivorshipRule(int code, String zh, String en) {
        this.code = code;
        this.text = new Text(zh, en);
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Text text() {
        return text;
    }

    /// The copy that counts first.
    public static Comparator<RecordVersion> rank(CopyMatcher matcher) {
        return PRECEDENCE
                .first(matcher)
                .thenComparing(EVIDENCE.first(matcher))
                .thenComparing(FEED_CODE.first(matcher))
                .thenComparing(RECORD_ID.first(matcher));
    }

    /// What decided between two copies of a training.
    ///
    /// @return the first criterion by which they differ; null if by today's precedence the other
    ///   one would count
    public static @Nullable SurvivorshipRule between(
            CopyMatcher matcher, RecordVersion counts, RecordVersion aside) {
        for (SurvivorshipRule criterion : values()) {
            int order = criterion.first(matcher).compare(counts, aside);
            if (order != 0) return order < 0 ? criterion : null;
        }
        return null;
    }

    private Comparator<RecordVersion> first(CopyMatcher matcher) {
        return switch (this) {
            case PRECEDENCE -> Comparator.comparingInt(matcher::precedence);
            case EVIDENCE ->
                    Comparator.comparing(SurvivorshipRule::evidence, Comparator.reverseOrder());
            case FEED_CODE -> Comparator.comparing(copy -> copy.copy().origin().feedCode());
            case RECORD_ID -> Comparator.comparing(copy -> copy.copy().origin().recordId());
        };
    }

    private static int evidence(RecordVersion version) {
        Valuation worth = version.copy().worth();
        return worth == null ? 0 : worth.evidence();
    }
}
