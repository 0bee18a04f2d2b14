package io.credithub.reading;

/// Finds the end of the record that begins at a position. It looks at bytes only and knows nothing
/// of what comes before, so that cutting a file and reading one of its chunks agree.
///
/// A scanner holds the place of what it found last, so each user needs one of its own.
abstract class RecordScanner {
    /// Where the found record's text begins, after blank lines.
    int bodyFrom;

    /// Where its text ends, without the line end or comma.
    int bodyTo;

    /// Where to go on: behind the record or the blanks that were found, or where the undecided
    /// record begins.
    int end;

    /// False if nothing but blanks was found.
    boolean isRecord;

    /// Whether what follows the record in the content was what must follow it.
    boolean isWhole;

    /// Finds a record, or that there is nothing but blanks. Where the content ends at the limit,
    /// something is always found. Otherwise blanks are passed over whatever is found: a content of
    /// them alone is never held, and never taken for a record that is too long.
    ///
    /// @param from where a record begins
    /// @param limit up to where there are bytes
    /// @param last whether the content ends at the limit
    /// @return false if the bytes up to the limit do not yet show where the record ends
    abstract boolean next(byte[] bytes, int from, int limit, boolean last);

    /// Goes on in a record that was given up for its length, from the limit of the call of [#next]
    /// that returned false.
    ///
    /// @return where the next record begins, or -1 if the record goes on beyond the limit
    abstract int tail(byte[] bytes, int from, int limit);

    /// @return true, so that a scan can end with it
    final boolean found(int recordFrom, int recordTo, int next) {
        bodyFrom = recordFrom;
        bodyTo = recordTo;
        end = next;
        isRecord = true;
        isWhole = true;
        return true;
    }

    final boolean nothingBut(int limit) {
        bodyFrom = limit;
        bodyTo = limit;
        end = limit;
        isRecord = false;
        isWhole = true;
        return true;
    }

    /// @param start behind the blanks
    /// @return false, so that a scan can end with it
    final boolean undecided(int start) {
        nothingBut(start);
        return false;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /// The position after the next line feed, or -1.
    static int afterLine(byte[] bytes, int from, int limit) {
        for (int at = from; at < limit; at++) if (bytes[at] == '\n') return at + 1;
        return -1;
    }
}
