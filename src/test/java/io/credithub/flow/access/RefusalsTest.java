package io.credithub.flow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.AuditTrail.AuditLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RefusalsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String KEYS = "GET /api/v1/keys";

    private final Refusals refusals = new Refusals();

    @Test
    void whatIsAlikeIsOneLineWithACount() {
        for (int i = 0; i < 1000; i++) add("0123456789ab", NOW.plusSeconds(i));
        List<AuditLine> lines = refusals.take();
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .extracting(AuditLine::key, AuditLine::at, AuditLine::status, AuditLine::times)
                .containsExactly("0123456789ab", NOW, 401, 1000);
        assertThat(refusals.take()).isEmpty();
    }

    @Test
    void aMillionMadeUpKeysAreAFewLinesAndNoneIsLost() {
        for (int i = 0; i < 1_000_000; i++) add("%012x".formatted(i), NOW);
        List<AuditLine> lines = refusals.take();
        assertThat(lines).hasSize(Refusals.APART_MAX + 1);
        assertThat(lines.getLast().times()).isEqualTo(1_000_000 - Refusals.APART_MAX);
        assertThat(lines.getLast().operation()).isEqualTo("*");
    }

    private void add(String key, Instant now) {
        refusals.add(key, KEYS, 401, "10.0.0.1", now);
    }
}
