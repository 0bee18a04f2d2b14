package io.credithub.api;

import io.credithub.flow.Receipt;
import java.time.Instant;

/// "Yours is safe." The same for the same bytes, however often they are sent.
///
/// @param delivery the number to ask with: `GET /api/v1/deliveries/{delivery}`
/// @param sha256 of the unpacked body, hex
public record ReceiptView(
        long delivery, String feed, String sha256, long records, int chunks, Instant landedAt) {
    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.delivery(),
                receipt.feed(),
                receipt.sha256(),
                receipt.records(),
                receipt.chunks(),
                receipt.landedAt());
    }
}
