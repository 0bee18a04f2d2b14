package io.credithub.domain.ledger;

import io.credithub.domain.Text;
import io.credithub.domain.ledger.VersionOrder.Rank;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// By what one content of a record counts and another does not. The first four are where a content
/// stands among the others ([VersionOrder]); the last two decide a conflict under one version.
public enum VersionRule implements Criterion {
    REVISION(1, "版本号更高", "it has the higher revision"),
    UPDATED(2, "修改时间更晚", "it was changed later"),
    STATED(3, "所在批次注明的日期更晚", "its delivery states the later date"),
    LANDING(4, "送达更晚", "it came later"),
    LESS_CREDITS(
            5,
            "同一版本内容不一,取学分少的",
            "under one version, of different contents the one that earns less counts"),
    SMALLER_DIGEST(
            6,
            "同一版本内容不一而学分相同,按内容摘要确定",
            "under one version, of different contents that earn the same the digest decides");

    private static final Comparator<RecordVersion> NEWER =
            Comparator.comparing(RecordVersion::order).reversed();
    private static final Comparator<RecordVersion> LESS =
            Comparator.comparingInt(version -> version.copy().credits());
    private static final Comparator<RecordVersion> SMALLER =
            Comparator.comparing(version -> version.copy().content(), UnsignedOrder::compare);

    /// Newer first; under one version, the content that earns less, then the smaller digest.
    static final Comparator<RecordVersion> ALL = NEWER.thenComparing(LESS).thenComparing(SMALLER);

    private final int code;
    private final Text text;

    VersionRule(int code, String zh, String en) {
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

    /// The content of a record that counts.
    static RecordVersion counting(List<RecordVersion> contents) {
        RecordVersion best = contents.getFirst();
        for (RecordVersion content : contents) if (ALL.compare(content, best) < 0) best = content;
        return best;
    }

    /// What decided between two contents of a record.
    ///
    /// @return null if the other one counts, or they are the same
    public static @Nullable VersionRule between(RecordVersion counts, RecordVersion other) {
        if (ALL.compare(counts, other) >= 0) return null;
        if (NEWER.compare(counts, other) != 0) return of(counts.order().rank());
        return LESS.compare(counts, other) == 0 ? SMALLER_DIGEST : LESS_CREDITS;
    }

    /// Whether two contents under one version had to be told apart.
    public boolean isOfConflict() {
        return this == LESS_CREDITS || this == SMALLER_DIGEST;
    }

    private static VersionRule of(Rank rank) {
        return switch (rank) {
            case REVISION -> REVISION;
            case UPDATED -> UPDATED;
            case STATED -> STATED;
            case LANDING -> LANDING;
        };
    }
}
