package io.credithub.domain.ledger;

import java.nio.ByteBuffer;
import java.util.UUID;

/// Writes ledger lines as the fixed-width bytes that a block's hash covers. A block's hash is
/// SHA-256 over the previous block's hash and the bytes of its lines in order, so that a line
/// changed, removed or put in later shows.
public final class Chain {
    /// Bytes of one line.
    public static final int LINE_BYTES = 8 + 4 + 4 + 16 + 2 + 1 + 2 + 2 + 2 + 4 + 4 + 4;

    private final ByteBuffer bytes;

    /// @param lines how many lines the block has
    public Chain(int lines) {
        this.bytes = ByteBuffer.allocate(lines * LINE_BYTES);
    }

    /// Adds the next line; big-endian, in the order of its components.
    public void add(Line line) {
        bytes.putLong(line.seq()).putInt(line.block()).putInt(line.teacher());
        bytes.putLong(line.record().getMostSignificantBits());
        bytes.putLong(line.record().getLeastSignificantBits());
        bytes.putShort((short) line.version()).put((byte) line.kind());
        bytes.putShort((short) line.schoolYear()).putShort((short) line.policy());
        bytes.putShort((short) line.rule());
        bytes.putInt(line.credits()).putInt(line.experience()).putInt(line.quality());
    }

    /// The bytes so far.
    public byte[] toBytes() {
        byte[] copy = new byte[bytes.position()];
        bytes.get(0, copy);
        return copy;
    }

    /// One line of the ledger as it is stored; amounts in hundredths with their sign.
    public record Line(
            long seq,
            int block,
            int teacher,
            UUID record,
            int version,
            int kind,
            int schoolYear,
            int policy,
            int rule,
            int credits,
            int experience,
            int quality) {}
}
