package io.credithub.reading;

/// The elements of a JSON array, from behind its bracket: by depth and strings, without looking at
/// what the values are. The comma belongs to the element before it, the closing bracket and all
/// blanks behind it to the last.
///
/// An array that is not closed, or ends with a comma, ends with a record that cannot be read; where
/// something follows an array, it makes the last element unreadable; behind so many blanks that
/// nobody can hold them it is read as elements of its own.
final class ArrayScanner extends RecordScanner {
    /// In GB18030 the second byte of a pair may look like a bracket or a backslash.
    private final boolean inPairs;

    private int depth;
    private boolean inString;
    private boolean skipsNext;
    private boolean isClosed;
    private boolean isExpected;

    /// @param isFirst whether the scan begins right behind the opening bracket
    ArrayScanner(boolean inPairs, boolean isFirst) {
        this.inPairs = inPairs;
        this.isExpected = !isFirst;
    }

    @Override
    boolean next(byte[] bytes, int from, int limit, boolean last) {
        int start = blanks(bytes, from, limit);
        if (start == limit && (isClosed || !last)) return nothingBut(limit);
        isClosed = false;
        depth = 0;
        inString = false;
        skipsNext = false;
        int at = scan(bytes, start, limit);
        if (at < 0) return last ? broken(start, limit) : undecided(start);
        if (bytes[at] == ',') {
            isExpected = true;
            return found(start, textTo(bytes, start, at), at + 1);
        }
        return close(bytes, start, at, limit, last);
    }

    /// What follows a bracket is looked for within a bound, wherever the limit is.
    private boolean close(byte[] bytes, int start, int at, int limit, boolean last) {
        int bound = Math.min(limit, at + 1 + Limits.BLANK_BYTES_HELD_MAX);
        int next = blanks(bytes, at + 1, bound);
        if (next < bound) return last ? broken(start, limit) : undecided(start);
        if (next == limit && !last) return undecided(start);
        found(start, textTo(bytes, start, at), next);
        isRecord = at > start || isExpected;
        isClosed = true;
        isExpected = true;
        return true;
    }

    @Override
    int tail(byte[] bytes, int from, int limit) {
        if (isClosed) return -1;
        int at = scan(bytes, from, limit);
        if (at < 0) return -1;
        isClosed = bytes[at] == ']';
        isExpected = true;
        return at + 1;
    }

    /// Where the array ends whose elements begin here: behind its bracket, or -1.
    static int closing(byte[] bytes, int from) {
        ArrayScanner scanner = new ArrayScanner(false, true);
        int at = scanner.scan(bytes, from, bytes.length);
        while (at >= 0 && bytes[at] == ',') at = scanner.scan(bytes, at + 1, bytes.length);
        return at < 0 ? -1 : at + 1;
    }

    private static int textTo(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && isBlank(bytes[end - 1])) end--;
        return end;
    }

    private boolean broken(int start, int limit) {
        isClosed = true;
        found(start, limit, limit);
        isWhole = false;
        return true;
    }

    /// The position of the comma or bracket that ends the element, or -1.
    private int scan(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit) {
            byte b = bytes[at];
            if (skipsNext) {
                skipsNext = false;
            } else if (inPairs && b < 0) {
                skipsNext = true;
            } else if (inString) {
                skipsNext = b == '\\';
                inString = b != '"';
            } else if (depth == 0 && (b == ',' || b == ']')) {
                return at;
            } else {
                step(b);
            }
            at++;
        }
        return -1;
    }

    private void step(byte b) {
        if (b == '"') {
            inString = true;
        } else if (b == '{' || b == '[') {
            depth++;
        } else if ((b == '}' || b == ']') && depth > 0) {
            depth--;
        }
    }

    private static int blanks(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && isBlank(bytes[at])) at++;
        return at;
    }
}
