package io.credithub.reading;

/// CSV: a record ends at a line end outside quotes; a line with nothing in it but commas and blanks
/// is no record. No second byte of a GB18030 character is a quote, comma or line end, so bytes are
/// enough.
///
/// A quote opens a value only at the value's beginning. Where a quoted value is not closed as it
/// must be, the record ends with the line on which it began: one bad quote costs one line. The same
/// holds where a value of several lines has as many commas as a whole row: two stray quotes have
/// found each other.
final class CsvScanner extends RecordScanner {
    private static final int UNDECIDED = -1;
    private static final int BROKEN = -2;

    /// In narrower tables a text may well have as many commas as a row.
    private static final int SWALLOWED_COLUMNS_MIN = 6;

    private final int commasMax;
    private int start;
    private int lineTwo;
    private boolean isLast;

    private CsvScanner(int commasMax) {
        this.commasMax = commasMax;
    }

    /// For a table of so many columns.
    static CsvScanner of(int columns) {
        boolean isWide = columns >= SWALLOWED_COLUMNS_MIN;
        return new CsvScanner(isWide ? columns - 2 : Integer.MAX_VALUE);
    }

    /// For the header.
    static CsvScanner ofHeader() {
        return of(0);
    }

    /// For tables in which no value can have several lines.
    static CsvScanner ofSingleLines() {
        return new CsvScanner(-1);
    }

    @Override
    boolean next(byte[] bytes, int from, int limit, boolean last) {
        isLast = last;
        int at = from;
        while (row(bytes, at, limit)) {
            if (!isRecord || !isWhole || !isBlank(bytes)) return true;
            at = end;
        }
        boolean isLong = limit - end > Limits.RECORD_BYTES_MAX;
        return undecided(isLong ? behindBlanks(bytes, end, limit) : end);
    }

    private boolean isBlank(byte[] bytes) {
        for (int at = bodyFrom; at < bodyTo; at++) {
            byte b = bytes[at];
            if (b != ',' && b != ' ' && b != '\t' && b != '"') return false;
        }
        return true;
    }

    /// A line of blanks that is longer than a record may be is none yet. One blank is left, so that
    /// a quote behind them opens no value.
    private static int behindBlanks(byte[] bytes, int from, int limit) {
        for (int at = from; at < limit; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t') return from;
        }
        return limit - 1;
    }

    private boolean row(byte[] bytes, int from, int limit) {
        start = from;
        while (start < limit && (bytes[start] == '\n' || bytes[start] == '\r')) start++;
        end = start;
        if (start == limit) return nothingBut(limit);
        lineTwo = -1;
        int at = start;
        while (true) {
            at = bytes[at] == '"' ? afterQuoted(bytes, at, limit) : afterPlain(bytes, at, limit);
            if (at == BROKEN) return broken(bytes, limit);
            if (at == UNDECIDED) return false;
            if (at == limit) return isLast && found(start, limit, limit);
            if (bytes[at] != ',') return line(bytes, at, limit);
            if (++at == limit) return isLast && found(start, limit, limit);
        }
    }

    @Override
    int tail(byte[] bytes, int from, int limit) {
        return afterLine(bytes, from, limit);
    }

    private static int afterPlain(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit) {
            if (endsValue(bytes[at])) return at;
            at++;
        }
        return at;
    }

    private int afterQuoted(byte[] bytes, int from, int limit) {
        int bound = start + Limits.QUOTED_LINES_BYTES_MAX;
        int at = from + 1;
        int stop = lineTwo < 0 ? limit : Math.min(limit, bound);
        int commas = 0;
        while (at < stop) {
            byte b = bytes[at++];
            if (b == '\n' && lineTwo < 0) {
                lineTwo = at;
                stop = Math.min(limit, bound);
            }
            if (b == ',') commas++;
            if (lineTwo >= 0 && commas > commasMax) return BROKEN;
            if (b != '"') continue;
            if (at == limit) return isLast ? at : UNDECIDED;
            if (bytes[at] != '"') return endsValue(bytes[at]) ? at : BROKEN;
            at++;
        }
        boolean isTooLong = lineTwo >= 0 && at >= bound;
        return isLast || isTooLong ? BROKEN : UNDECIDED;
    }

    private static boolean endsValue(byte b) {
        return b == ',' || b == '\n' || b == '\r';
    }

    private boolean broken(byte[] bytes, int limit) {
        int next = lineTwo >= 0 ? lineTwo : afterLine(bytes, start, limit);
        if (next < 0 && !isLast) return false;
        int end = next < 0 ? limit : next;
        int to = end;
        while (to > start && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r')) to--;
        found(start, to, end);
        isWhole = false;
        return true;
    }

    private boolean line(byte[] bytes, int at, int limit) {
        if (bytes[at] == '\n') return found(start, at, at + 1);
        if (at + 1 == limit) return isLast && found(start, at, limit);
        return found(start, at, bytes[at + 1] == '\n' ? at + 2 : at + 1);
    }
}
