package io.credithub.apart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.demo.Province;
import io.credithub.demo.answer.DeclaredMonth;
import io.credithub.demo.answer.KeyBreak;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Holds the breaks that a reconciliation finds against the key: every one that must be found,
/// under its code, about its record, teacher or month, and no other.
final class DemoBreaks {
    private static final int NAMED_MAX = 30;
    private static final int TRIES_MAX = 6;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

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
        BreakTally expected = expected(province);
        BreakTally found = found();
        for (int i = 1; i < TRIES_MAX && !found.isAs(expected); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            found = found();
        }
        return compare(expected, found);
    }

    private static BreakTally expected(Province province) {
        BreakTally tally = new BreakTally();
        Stream.concat(
                        province.answered().flatMap(answer -> answer.breaks().stream()),
                        province.declared().stream()
                                .filter(month -> !month.isRight())
                                .map(DeclaredMonth::wrong))
                .forEach(one -> tally.add(one.code(), line(one)));
        return tally;
    }

    private static String line(KeyBreak one) {
        String told = one.isInformation() ? "TOLD" : "OPEN";
        return String.join(" ", one.code(), one.aspect(), told, one.feed(), one.about());
    }

    private BreakTally found() {
        JsonNode run = registrar.reconcile();
        if (!run.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("the reconciliation stopped: " + run);
        }
        BreakTally tally = new BreakTally();
        for (String state : List.of("OPEN", "TOLD")) {
            registrar.breaks(state, one -> tally.add(one.path("code").asText(), line(one)));
        }
        return tally;
    }

    private static String line(JsonNode one) {
        String aspect = one.path("aspect").asText();
        return String.join(
                " ",
                one.path("code").asText(),
                aspect,
                one.path("state").asText(),
                one.path("theirs").path("feed").asText(""),
                about(aspect, one));
    }

    /// In the words of the key.
    private static String about(String aspect, JsonNode one) {
        String teacher = one.path("teacherNo").asText("");
        return switch (aspect) {
            case "TEACHER_YEAR" -> teacher + " " + one.path("schoolYear").asInt();
            case "EXPECTATION" -> teacher;
            case "MONTH_TOTAL" -> one.path("cause").asText();
            default -> one.path("theirs").path("recordId").asText("");
        };
    }

    private boolean compare(BreakTally expected, BreakTally found) {
        BreakTally missing = expected.less(found);
        BreakTally invented = found.less(expected);
        row("差异 code", "应有 planted", "发现 found", "未发现 missing", "多出 invented");
        Set<String> codes = new TreeSet<>(expected.codes());
        codes.addAll(found.codes());
        for (String code : codes) {
            String[] counts =
                    Stream.of(expected, found, missing, invented)
                            .map(tally -> "%,d".formatted(tally.count(code)))
                            .toArray(String[]::new);
            row(code, counts[0], counts[1], counts[2], counts[3]);
        }
        missing.lines().limit(NAMED_MAX).forEach(line -> out.println("  未发现 not found: " + line));
        invented.lines().limit(NAMED_MAX).forEach(line -> out.println("  多出 invented: " + line));
        boolean same = missing.size() == 0 && invented.size() == 0;
        out.printf(
                "%s 差异逐条与答案一致 · every break against the answer key: %,d,"
                        + " 未发现 not found %,d, 多出 invented %,d%n",
                same ? "✓" : "✗", expected.size(), missing.size(), invented.size());
        return same;
    }

    private void row(String code, String planted, String found, String missing, String invented) {
        out.printf("  %-26s %12s %12s %12s %12s%n", code, planted, found, missing, invented);
    }
}
