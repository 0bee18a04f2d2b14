package io.credithub.flow.access;

import io.credithub.flow.access.AuditTrail.AuditLine;
import io.credithub.flow.access.AuditTrail.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Callers that were not recognised, until they are written. Anybody can be refused a thousand
/// times a second, and a trail must not fill a disk by it: what is alike is one line with a count,
/// and beyond a few lines all others are one.
public final class Refusals {
    /// Lines that are kept apart between two writings.
    static final int APART_MAX = 10;

    private static final Alike OTHERS = new Alike(null, "*", 0, null);

    private final Map<Alike, RepeatedRefusal> gathered = new LinkedHashMap<>();

    private record Alike(
            @Nullable String key, String operation, int status, @Nullable String address) {}

    private record RepeatedRefusal(Instant first, int times) {
        RepeatedRefusal oneMore() {
            return new RepeatedRefusal(first, times == Integer.MAX_VALUE ? times : times + 1);
        }
    }

    /// @param key that was claimed
    public synchronized void add(
            @Nullable String key,
            String operation,
            int status,
            @Nullable String address,
            Instant now) {
        Alike alike = new Alike(key, operation, status, address);
        boolean isApart = gathered.containsKey(alike) || gathered.size() < APART_MAX;
        gathered.merge(
                isApart ? alike : OTHERS,
                new RepeatedRefusal(now, 1),
                (known, _) -> known.oneMore());
    }

    /// What has been gathered, each time from anew.
    public synchronized List<AuditLine> take() {
        List<AuditLine> lines = new ArrayList<>();
        gathered.forEach((alike, many) -> lines.add(line(alike, many)));
        gathered.clear();
        return lines;
    }

    private static AuditLine line(Alike alike, RepeatedRefusal many) {
        return new AuditLine(
                UUID.randomUUID(),
                many.first(),
                alike.key(),
                null,
                alike.operation(),
                Target.NONE,
                alike.status() == 0 ? null : alike.status(),
                alike.address(),
                many.times());
    }
}
