package io.credithub.flow.result;

/// A delivery holds more records than one delivery may. It is refused whole, before anything of it
/// is kept: in several deliveries it is taken.
public final class TooManyRecords extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Of one delivery, however short they are. Each record may leave a row of its own behind, and
    /// a kilobyte can unpack to millions of them.
    public static final long RECORDS_MAX = 1_000_000;

    /// A delivery with more of them is taken if its records have at least so many bytes each, as
    /// every record that says who completed what has.
    private static final long BYTES_MIN = 64;

    private TooManyRecords(long records) {
        super("TooManyRecords: at least " + records);
    }

    /// @param records counted so far
    /// @param bytes counted so far, unpacked
    /// @throws TooManyRecords if they are too many
    public static void check(long records, long bytes) {
        if (records > Math.max(RECORDS_MAX, bytes / BYTES_MIN)) throw new TooManyRecords(records);
    }
}
