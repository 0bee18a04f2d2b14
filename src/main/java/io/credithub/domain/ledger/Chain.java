package io.credithub.domain.ledger;

import io.credithub.domain.Narrow;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes ledger lines as the bytes that a block's hash covers. A block's hash is SHA-256 over the
/// previous block's hash, the bytes of its [Occasion] and those of its lines in order, so that a
/// line changed, removed or put in later shows, and so does a reason told otherwise.
///
/// Numbers have the width that they had in the first block ever. One that has outgrown it is
/// written as -1, which no such number can be, and then in full: what was sealed before stays as it
/// was.
public final class Chain {
    /// Bytes that one line takes at most.
    private static final int LINE_BYTES_MAX =
            8 + 12 + 4 + 16 + 6 + 1 + 2 + 6 + 2 + 4 + 4 + 4 + 2 + 16 + 6 + 1;

    private static final int OCCASION_BYTES = 8 + 4 + 4;
    private static final UUID NO_RECORD = new UUID(0, 0);

    /// Stands before a number that needs more than its place of old.
    private static final short WIDE = -1;

    private final ByteBuffer bytes;

    /// @param lines how many lines the block has
    /// @param occasion of the block
    public Chain(int lines, Occasion occasion) {
        this.bytes = ByteBuffer.allocate(OCCASION_BYTES + lines * LINE_BYTES_MAX);
        bytes.putLong(occasion.delivery()).putInt(occasion.chunk());
        bytes.putInt(occasion.recomputation());
    }

    /// Adds the next line; big-endian, in the order of its components.
    public void add(ChainLine line) {
        bytes.putLong(line.seq());
        putBlock(line.block());
        bytes.putInt(line.teacher());
        record(line.record());
        putNumber(line.version());
        bytes.put(Narrow.toByte(line.kind())).putShort(Narrow.toShort(line.schoolYear()));
        putNumber(line.policy());
        bytes.putShort(Narrow.toShort(line.rule()));
        bytes.putInt(line.credits()).putInt(line.experience()).putInt(line.quality());
        bytes.putShort(Narrow.toShort(line.reason()));
        Cause cause = line.cause();
        record(cause == null ? NO_RECORD : cause.record());
        putNumber(cause == null ? 0 : cause.version());
        bytes.put(Narrow.toByte(cause == null ? 0 : cause.criterion().code()));
    }

    private void record(UUID key) {
        bytes.putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits());
    }

    private void putBlock(long number) {
        if (number <= Integer.MAX_VALUE) bytes.putInt(Math.toIntExact(number));
        else bytes.putInt(-1).putLong(number);
    }

    private void putNumber(int number) {
        if (number <= Short.MAX_VALUE) bytes.putShort(Narrow.toShort(number));
        else bytes.putShort(WIDE).putInt(number);
    }

    /// The bytes so far.
    public byte[] toBytes() {
        byte[] copy = new byte[bytes.position()];
        bytes.get(0, copy);
        return copy;
    }

    /// One line of the ledger as it is stored; amounts in hundredths with their sign.
    ///
    /// @param reason code of an [EntryReason] or of a [Movement.MovementReason]
    /// @param cause what counts instead, if that is the reason
    public record ChainLine(
            long seq,
            long block,
            int teacher,
            UUID record,
            int version,
            int kind,
            int schoolYear,
            int policy,
            int rule,
            int credits,
            int experience,
            int quality,
            int reason,
            @Nullable Cause cause) {}
}
