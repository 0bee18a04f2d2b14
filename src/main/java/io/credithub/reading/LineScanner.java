package io.credithub.reading;

/// NDJSON: a record is a line that is not blank.
final class LineScanner extends RecordScanner {
    @Override
    boolean next(byte[] bytes, int from, int limit, boolean last) {
        int start = from;
        while (start < limit && isBlank(bytes[start])) start++;
        if (start == limit) return nothingBut(limit);
        int next = afterLine(bytes, start, limit);
        if (next < 0 && !last) return undecided(start);
        int end = next < 0 ? limit : next;
        int to = end;
        while (isBlank(bytes[to - 1])) to--;
        return found(start, to, end);
    }

    @Override
    int tail(byte[] bytes, int from, int limit) {
        return afterLine(bytes, from, limit);
    }
}
