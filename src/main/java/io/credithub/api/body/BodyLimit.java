package io.credithub.api.body;

/// How large a body may be, packed and unpacked.
public enum BodyLimit {
    DELIVERY(64L << 20),
    ROSTER(256L << 20),
    PROGRAMMES(64L << 20),
    ENROLMENTS(8L << 20),
    REQUEST(64L << 10);

    private final long bytesMax;

    BodyLimit(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    public static BodyLimit of(String path) {
        if (path.endsWith("/deliveries")) return DELIVERY;
        if (path.endsWith("/programmes/imports")) return PROGRAMMES;
        if (path.endsWith("/enrolments")) return ENROLMENTS;
        return path.endsWith("/roster") ? ROSTER : REQUEST;
    }

    public long bytesMax() {
        return bytesMax;
    }
}
