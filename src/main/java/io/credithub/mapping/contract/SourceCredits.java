package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.FindingCode;
import io.credithub.mapping.contract.Scalars.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The source's own figure. It is compared and never decides an award, so whatever is wrong with it
/// is a remark, and the record goes on without it.
public final class SourceCredits {
    public static final String NAME = "sourceCredits";
    static final String FIELD = "/" + NAME;

    /// Finer, it is what a sum of doubles leaves behind: 15.999999999999998 is 16.
    private static final int PLACES = 6;

    private static final Range CREDITS = Range.from("0", "100000", Scalars.NUMBER_LENGTH_MAX);

    private SourceCredits() {}

    /// @return null if there is none, or after a remark
    static @Nullable BigDecimal read(@Nullable JsonNode node, Findings remarks) {
        if (node == null) return null;
        BigDecimal value = Scalars.decimal(node, FIELD, CREDITS, new Findings());
        if (value == null) {
            remarks.add(FindingCode.NOT_COMPARABLE, FIELD, node);
            return null;
        }
        if (value.scale() <= PLACES) return value;
        BigDecimal rounded = value.setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
