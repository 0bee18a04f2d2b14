package io.credithub.api.adjustment;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Credits;
import io.credithub.domain.StorableText;
import io.credithub.domain.Text;
import io.credithub.flow.adjustment.AdjustAwards.AskedAward;
import io.credithub.flow.delivery.Digest;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What requests about adjustments say.
final class AdjustmentBodies {
    private static final int TEXT_LENGTH_MAX = 200;
    private static final int PLACES_MAX = 2;
    private static final BigDecimal CREDITS_MAX = BigDecimal.valueOf(100_000);
    private static final Text CREDITS =
            new Text(
                    "填写 0 或大于 0、至多两位小数的数,如 12.50,不带千分号",
                    "write 0 or a number above with at most two places, like 12.50, without"
                            + " separators");

    private AdjustmentBodies() {}

    /// What the record of a break is to earn.
    ///
    /// @param evidence what it rests on
    public record AdjustmentBody(
            @Schema(examples = "12.50") @Nullable BigDecimal credits,
            @Schema(examples = "来源按学分登记,已核对结业证书") @Nullable String reason,
            @Schema(examples = "结业证书 2023-118 号") @Nullable String evidence) {
        AskedAward asked() {
            return new AskedAward(amount(credits), storable(evidence, "evidence"));
        }
    }

    /// What a record is to earn.
    ///
    /// @param feed code of the record's feed
    public record RecordAdjustmentBody(
            @Schema(examples = "vendor-push") @Nullable String feed,
            @Nullable String recordId,
            @Schema(examples = "12.50") @Nullable BigDecimal credits,
            @Nullable String reason,
            @Nullable String evidence) {
        UUID record() {
            if (feed == null) throw ProblemException.badParameter("feed", ExpectedValue.NEEDED);
            if (recordId == null) {
                throw ProblemException.badParameter("recordId", ExpectedValue.NEEDED);
            }
            return new Digest().of(feed + '\n' + recordId);
        }

        AskedAward asked() {
            return new AskedAward(amount(credits), storable(evidence, "evidence"));
        }
    }

    /// Why somebody takes a step.
    public record AdjustmentReason(@Schema(examples = "已核对结业证书") @Nullable String reason) {}

    static String storable(@Nullable String given, String name) {
        String text = BankRequests.text(given, name);
        if (StorableText.isStorable(text)) return text;
        throw ProblemException.badParameter(name, ExpectedValue.text(TEXT_LENGTH_MAX));
    }

    private static Credits amount(@Nullable BigDecimal credits) {
        if (credits == null
                || credits.signum() < 0
                || credits.compareTo(CREDITS_MAX) > 0
                || credits.scale() > PLACES_MAX) {
            throw ProblemException.badParameter("credits", credits, CREDITS);
        }
        return Credits.rounded(credits);
    }
}
