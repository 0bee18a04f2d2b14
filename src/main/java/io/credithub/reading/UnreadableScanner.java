package io.credithub.reading;

/// Takes all of a content for one record: where the charset or a header makes it unreadable.
final class UnreadableScanner extends RecordScanner {
    @Override
    boolean next(byte[] bytes, int from, int limit, boolean last) {
        if (!last) return undecided(from);
        return from == limit ? nothingBut(limit) : found(from, limit, limit);
    }

    @Override
    int tail(byte[] bytes, int from, int limit) {
        return -1;
    }
}
