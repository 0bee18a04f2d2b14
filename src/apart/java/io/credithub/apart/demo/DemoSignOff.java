package io.credithub.apart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.app.command.VerifyCommand;
import io.credithub.demo.answer.LoneRecord;
import io.credithub.demo.model.Division;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.source.VendorFormat;
import io.credithub.domain.Hundredths;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/// A county's school year is signed by three persons, and its file checked without the hub. Then a
/// record is taken back, and what that changes must be told against what was signed: figure by
/// figure as the answer key has it, and as one break.
final class DemoSignOff {
    /// A school year that is over on the demo's day.
    static final int SCHOOL_YEAR = 2024;

    private static final String SIGN_OFFS = "/api/v1/sign-offs";
    private static final String NOT_YET = "HUB-2288";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /// What caps and requirements make of it, and lists say: the key has no opinion of it.
    private static final Set<String> OF_LISTS = Set.of("recognised", "qualified", "short");

    private final Function<String, DemoRegistrar> registrars;
    private final PrintWriter out;

    /// @param registrars makes somebody who decides about a division
    DemoSignOff(Function<String, DemoRegistrar> registrars, PrintWriter out) {
        this.registrars = registrars;
        this.out = out;
    }

    /// @param folder where the file and the keys are kept
    /// @param push gives the hub the vendor's batches of a folder
    /// @return whether all is as the key has it
    boolean play(LoneRecord taken, Path folder, Consumer<Path> push) throws IOException {
        Division county = taken.teacher().county();
        try (DemoRegistrar first = registrars.apply(county.code());
                DemoRegistrar second = registrars.apply(county.code());
                DemoRegistrar city = registrars.apply(county.cityCode())) {
            JsonNode signed = sign(county, first, second, city);
            Path file = kept(first, signed, Files.createDirectories(folder));
            boolean isGenuine = verified(file, folder.resolve("keys.json"));
            StringBuilder line = new StringBuilder();
            VendorFormat.append(line, taken.takenBack(ProvinceSettings.TODAY.atTime(18, 0)));
            Path late = Files.createDirectories(folder.resolve("late"));
            Files.writeString(late.resolve("batch-late.ndjson"), line.append('\n'));
            push.accept(late);
            boolean isTold = changed(taken, first, signed.path("id").asLong());
            boolean isFound = found(taken, first);
            out.flush();
            return isGenuine && isTold && isFound;
        }
    }

    private JsonNode sign(
            Division county, DemoRegistrar first, DemoRegistrar second, DemoRegistrar city) {
        String asked =
                "{\"county\":\"%s\",\"schoolYear\":%d,\"note\":\"差异已逐项核对\"}"
                        .formatted(county.code(), SCHOOL_YEAR);
        JsonNode prepared = patiently(() -> first.post(SIGN_OFFS, asked));
        String path = SIGN_OFFS + "/" + prepared.path("id").asLong();
        second.post(path + "/approve", "{\"note\":\"同意\"}");
        JsonNode signed = city.post(path + "/conclude", "{\"note\":\"审结\"}");
        out.printf(
                "签署 sign-off: %s %s %d–%d学年 第%d版 version, %s, 摘要 sha256 %s%n",
                county.code(),
                county.name(),
                SCHOOL_YEAR,
                SCHOOL_YEAR + 1,
                signed.path("version").asInt(),
                signed.path("state").asText(),
                signed.path("sha256").asText());
        return signed;
    }

    /// Some seconds may pass until lists have what was decided a moment ago.
    private static JsonNode patiently(Supplier<JsonNode> asked) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return asked.get();
            } catch (DemoRegistrar.DemoRefusal refused) {
                if (!refused.isFor(NOT_YET) || System.nanoTime() > deadline) throw refused;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static Path kept(DemoRegistrar of, JsonNode signed, Path folder) throws IOException {
        Files.write(folder.resolve("keys.json"), of.file("/api/v1/certificates/keys"));
        Path file =
                folder.resolve(
                        "sign-off-%s-%d-v%d.zip"
                                .formatted(
                                        signed.path("division").asText(),
                                        SCHOOL_YEAR,
                                        signed.path("version").asInt()));
        return Files.write(file, of.file(signed.path("file").asText()));
    }

    private boolean verified(Path file, Path keys) {
        int status =
                new CommandLine(new VerifyCommand())
                        .setOut(out)
                        .execute(file.toString(), "--keys", keys.toString());
        boolean isRight = status == 0;
        out.printf(
                "%s 离线核验签署文件 · the signed file, checked without the hub: ./hub verify %s --keys"
                        + " %s%n",
                mark(isRight), file, keys);
        return isRight;
    }

    private boolean changed(LoneRecord taken, DemoRegistrar by, long id) {
        Map<String, String> found = changes(by, id);
        found.keySet().removeAll(OF_LISTS);
        Map<String, String> expected = new TreeMap<>();
        expected.put("inForce", "-1");
        expected.put("hours", Hundredths.text(-taken.hours()));
        expected.put("credits", Hundredths.text(-taken.record().award()));
        if (taken.isOnly()) expected.put("teachersInForce", "-1");
        boolean isRight = found.equals(expected);
        out.printf(
                "%s 签署后撤回一条记录,逐项调整与答案一致 · one record taken back after signing, figure by"
                        + " figure as the answer key has it: %s%s%n",
                mark(isRight), found, isRight ? "" : ", 应为 expected " + expected);
        return isRight;
    }

    /// Once something is other, and lists have all of it.
    private static Map<String, String> changes(DemoRegistrar by, long id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = by.get(SIGN_OFFS + "/" + id + "/changes");
        while (System.nanoTime() < deadline && !isSettled(now)) {
            LockSupport.parkNanos(PAUSE_NANOS);
            now = by.get(SIGN_OFFS + "/" + id + "/changes");
        }
        Map<String, String> found = new TreeMap<>();
        for (JsonNode one : now.path("adjustments")) {
            found.put(one.path("figure").asText(), one.path("difference").asText());
        }
        return found;
    }

    private static boolean isSettled(JsonNode changes) {
        return !changes.path("adjustments").isEmpty() && changes.path("pending").asLong() == 0;
    }

    /// One break, and its two sides are so far apart as the record was worth.
    private boolean found(LoneRecord taken, DemoRegistrar by) {
        by.reconcile(SCHOOL_YEAR);
        int breaks = 0;
        long apart = 0;
        String path =
                "/api/v1/reconciliation/breaks?limit=500&state=OPEN&code=DECIDED_YEAR_CHANGED";
        for (JsonNode one : by.get(path).path("items")) {
            if (!one.path("aspect").asText().equals("SIGNED_STATEMENT")) continue;
            breaks++;
            apart += credits(one.path("theirs")) - credits(one.path("ours"));
        }
        boolean isRight = breaks == 1 && apart == taken.record().award();
        out.printf(
                "%s 差异 DECIDED_YEAR_CHANGED · SIGNED_STATEMENT: 应有 planted 1, 发现 found %d,"
                        + " 相差 apart %s 学分 credits%n",
                mark(isRight), breaks, Hundredths.text(apart));
        return isRight;
    }

    private static long credits(JsonNode side) {
        return new BigDecimal(side.path("credits").asText("0")).movePointRight(2).longValueExact();
    }

    private static String mark(boolean isRight) {
        return isRight ? "✓" : "✗";
    }
}
