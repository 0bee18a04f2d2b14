package io.credithub.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.flow.delivery.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// "Yours is safe." The same for the same bytes, however often they are sent.
///
/// @param delivery the number to ask with: `GET /api/v1/deliveries/{delivery}`
/// @param sha256 of the unpacked body, hex
/// @param replay the number of the replay by which what was rejected before is judged again; absent
///   if there is none
public record ReceiptView(
        long delivery,
        String feed,
        String sha256,
        long records,
        int chunks,
        Instant landedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replay) {
    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.delivery(),
                receipt.feed(),
                receipt.sha256(),
                receipt.records(),
                receipt.chunks(),
                receipt.landedAt(),
                receipt.replay());
    }
}
