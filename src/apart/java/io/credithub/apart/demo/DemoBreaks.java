package io.credithub.apart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.demo.Province;
import io.credithub.demo.answer.KeyBreak;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Holds the breaks that a reconciliation finds against the key: every one that must be found,
/// under its code, and no other about any record.
final class DemoBreaks {
    private static final int NAMED_MAX = 30;
    private static final int TRIES_MAX = 6;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Set<String> ASPECTS =
            Set.of("COPY", "FIGURE", "HOLD", "INTAKE", "RECORD", "WITHDRAWAL");

    private final DemoRegistrar registrar;
    private final PrintWriter out;

    DemoBreaks(DemoRegistrar registrar, PrintWriter out) {
        this.registrar = registrar;
        this.out = out;
    }

    /// Some seconds may pass after the last posting until all of a teacher has been looked at, so a
    /// reconciliation that comes too early is done again.
    ///
    /// @return whether they are the key's
    boolean close(Province province) {
        Set<String> expected = expected(province);
        Set<String> found = found();
        for (int i = 1; i < TRIES_MAX && !found.equals(expected); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            found = found();
        }
        table(expected);
        return compare(expected, found);
    }

    private static Set<String> expected(Province province) {
        Set<String> lines = new TreeSet<>();
        province.answered()
                .flatMap(answer -> answer.breaks().stream())
                .map(DemoBreaks::line)
                .forEach(lines::add);
        return lines;
    }

    private static String line(KeyBreak one) {
        String told = one.isInformation() ? "TOLD" : "OPEN";
        return String.join(
                " ", one.code(), one.aspect(), told, one.system().feed(), one.recordId());
    }

    private Set<String> found() {
        JsonNode run = registrar.reconcile();
        if (!run.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("the reconciliation stopped: " + run);
        }
        Set<String> lines = new TreeSet<>();
        for (String state : List.of("OPEN", "TOLD")) {
            registrar.breaks(
                    state,
                    one -> {
                        if (ASPECTS.contains(one.path("aspect").asText())) lines.add(line(one));
                    });
        }
        return lines;
    }

    private static String line(JsonNode one) {
        JsonNode record = one.path("theirs");
        return String.join(
                " ",
                one.path("code").asText(),
                one.path("aspect").asText(),
                one.path("state").asText(),
                record.path("feed").asText(),
                record.path("recordId").asText());
    }

    private void table(Set<String> expected) {
        Map<String, Integer> codes = new TreeMap<>();
        for (String line : expected) codes.merge(line.split(" ", 2)[0], 1, Integer::sum);
        codes.forEach((code, count) -> out.printf("  %-26s %,7d%n", code, count));
    }

    private boolean compare(Set<String> expected, Set<String> found) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> invented = new TreeSet<>(found);
        invented.removeAll(expected);
        missing.stream().limit(NAMED_MAX).forEach(line -> out.println("  未发现 not found: " + line));
        invented.stream().limit(NAMED_MAX).forEach(line -> out.println("  多出 invented: " + line));
        boolean same = missing.isEmpty() && invented.isEmpty();
        out.printf(
                "%s 差异逐条与答案一致 · every break about a record against the answer key: %,d,"
                        + " 未发现 not found %,d, 多出 invented %,d%n",
                same ? "✓" : "✗", expected.size(), missing.size(), invented.size());
        return same;
    }
}
