package io.credithub.reading;

/// How much one record, chunk or page may be: what keeps memory constant, whatever is sent.
final class Limits {
    /// A longer record is unreadable; the next one is read again.
    static final int RECORD_BYTES_MAX = 1 << 20;

    /// How far a quoted value may go on over line ends. A quote that is not closed within it was
    /// never meant to open a value of several lines: only its own line is lost.
    static final int QUOTED_LINES_BYTES_MAX = 64 << 10;

    /// How many blanks behind an array are held to see whether something follows them.
    static final int BLANK_BYTES_HELD_MAX = 64 << 10;

    /// A chunk is closed at this size even if it could take more records.
    static final int CHUNK_BYTES_MAX = 4 << 20;

    /// A page is kept whole, so it has a limit of its own.
    static final int PAGE_BYTES_MAX = 64 << 20;

    /// A page is one chunk and one transaction, so its records have a limit too.
    static final int PAGE_RECORDS_MAX = 100_000;

    private Limits() {}
}
