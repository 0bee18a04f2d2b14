package io.credithub.api;

/// How large a body may be, packed and unpacked.
enum BodyLimit {
    DELIVERY(64L << 20),
    ROSTER(256L << 20),
    REQUEST(64L << 10);

    private final long bytesMax;

    BodyLimit(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    static BodyLimit of(String path) {
        if (path.endsWith("/deliveries")) return DELIVERY;
        return path.endsWith("/roster") ? ROSTER : REQUEST;
    }

    long bytesMax() {
        return bytesMax;
    }
}
