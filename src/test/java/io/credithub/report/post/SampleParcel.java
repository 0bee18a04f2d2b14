package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.subscription.Parcel;
import io.credithub.flow.subscription.Subscription.SendAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A report to be sent, and its file.
record SampleParcel(Parcel parcel, Path file) {
    static final String NAME = "statement-140105-2025-20260901T000000Z-17";
    static final UUID KEY = UUID.fromString("5f0c9ad1-0000-4000-8000-000000000017");

    static SampleParcel of(Path folder, String content, String... recipients) throws IOException {
        Path file = folder.resolve("spooled");
        byte[] bytes = content.getBytes(UTF_8);
        Files.write(file, bytes);
        ReportOrder order =
                new ReportOrder(
                        ReportName.STATEMENT,
                        new Jurisdiction("140105"),
                        2025,
                        Map.of(),
                        ReportFormat.CSV,
                        ReportLanguage.ZH,
                        "0123456789ab");
        Parcel parcel =
                new Parcel(
                        17,
                        3,
                        KEY,
                        NAME + ".csv",
                        order,
                        new SendAddress("there", List.of(recipients)),
                        new ReportMark(bytes.length, sha256(bytes)),
                        Instant.parse("2026-09-01T00:00:00Z"),
                        Instant.parse("2026-09-01T00:00:07Z"),
                        41,
                        12);
        return new SampleParcel(parcel, file);
    }

    static String sha256(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
