package io.credithub.store.sealing;

import io.credithub.domain.Narrow;
import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.sql.Deflated;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HexFormat;

/// Columns that hold personal data. Beside each stands the number of the key that sealed it; where
/// none does, an earlier hub wrote it in clear.
public record Sealed(Sealing sealing) {
    /// Where the bodies of claims lie, and what their decisions push.
    public static final String CLAIM_BODY = "recognition_body";

    public static final String CLAIM_PUSH = "recognition_push";

    private static final String DIGEST = "sha256:";

    /// A chunk's bytes, deflated before they are sealed: afterwards nothing can be deflated.
    public byte[] payload(long delivery, int chunk, byte[] bytes) {
        return sealing.seal(payloadPlace(delivery, chunk), Deflated.of(bytes));
    }

    /// @param row with `payload` and `payload_key`
    public byte[] payload(Row row, long delivery, int chunk) {
        byte[] payload = row.getBuffer("payload").getBytes();
        boolean isSealed = row.getValue("payload_key") != null;
        return Deflated.inflate(
                isSealed ? sealing.open(payloadPlace(delivery, chunk), payload) : payload);
    }

    public static String payloadPlace(long delivery, int chunk) {
        return "chunk.payload/" + delivery + "/" + chunk;
    }

    /// @param digest as it stands beside it
    public Buffer delivery(String column, int feed, byte[] digest, byte[] bytes) {
        return Buffer.buffer(sealing.seal(deliveryPlace(column, feed, digest), bytes));
    }

    /// @param row with `head`, `feed_id`, `sha256` and `head_key`
    public byte[] head(Row row) {
        byte[] head = row.getBuffer("head").getBytes();
        return isClear(row) ? head : open(row, "head", head);
    }

    /// What the sender may know of its content: its plain digest, in hex.
    ///
    /// @param row with `sha256`, `sha256_sealed`, `feed_id` and `head_key`
    public String sha256(Row row) {
        byte[] sha256 =
                isClear(row)
                        ? row.getBuffer("sha256").getBytes()
                        : open(row, "sha256_sealed", row.getBuffer("sha256_sealed").getBytes());
        return HexFormat.of().formatHex(sha256);
    }

    /// @param row with `reference`, and what [#sha256] needs
    public String reference(Row row) {
        String reference = row.getString("reference");
        return reference.equals(DIGEST) ? DIGEST + sha256(row) : reference;
    }

    /// A reference that is the plain digest would give it away; a file's name may name a person.
    public static String reference(String reference) {
        return reference.startsWith(DIGEST) ? DIGEST : ResidentId.masked(reference);
    }

    private static boolean isClear(Row row) {
        return row.getValue("head_key") == null;
    }

    private byte[] open(Row row, String column, byte[] bytes) {
        byte[] digest = row.getBuffer("sha256").getBytes();
        return sealing.open(deliveryPlace(column, row.getInteger("feed_id"), digest), bytes);
    }

    public static String deliveryPlace(String column, int feed, byte[] digest) {
        return "delivery." + column + "/" + feed + "/" + HexFormat.of().formatHex(digest);
    }

    /// What a claim says, or what its decision pushes.
    ///
    /// @param table that it lies in
    public Buffer claim(String table, long claim, int no, byte[] bytes) {
        return Buffer.buffer(sealing.seal(claimPlace(table, claim, no), Deflated.of(bytes)));
    }

    public byte[] openClaim(String table, long claim, int no, byte[] sealed) {
        return Deflated.inflate(sealing.open(claimPlace(table, claim, no), sealed));
    }

    static String claimPlace(String table, long claim, int no) {
        return table + "/" + claim + "/" + no;
    }

    /// The number of the key that seals now, as it stands beside what is sealed.
    public short key() {
        return Narrow.toShort(sealing.key());
    }
}
