package io.credithub.flow.subscription;

import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.subscription.Subscription.SendAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// A report that is made, as it is sent: a file, a manifest that says what it is, and a line that
/// `sha256sum -c` reads.
///
/// @param key the same for every try
/// @param fileName ASCII, the same for every try
/// @param asOf the moment of the figures
public record Parcel(
        int dispatch,
        int subscription,
        UUID key,
        String fileName,
        ReportOrder order,
        SendAddress address,
        ReportMark mark,
        Instant asOf,
        Instant madeAt,
        long rows,
        int job) {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int PRINTABLE = 0x20;

    /// @throws IllegalArgumentException if the name could lead out of a folder
    public Parcel {
        if (!FILE_NAME.matcher(fileName).matches() || fileName.contains("..")) {
            throw new IllegalArgumentException("not the name of a file");
        }
    }

    /// `statement-140105-2025-20260901T000000Z-17.xlsx`: two deliveries never have one name.
    static String fileName(ReportOrder order, Instant asOf, int dispatch) {
        return "%s-%s-%d-%s-%d.%s"
                .formatted(
                        order.name().code(),
                        order.within().divisionCode(),
                        order.schoolYear(),
                        MOMENT.format(asOf),
                        dispatch,
                        order.format().code());
    }

    private String stem() {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    public String manifestName() {
        return stem() + ".manifest.json";
    }

    public String checksumName() {
        return stem() + ".sha256";
    }

    /// As `sha256sum` writes it, of the file.
    public String checksumLine() {
        return mark.sha256() + "  " + fileName + "\n";
    }

    /// Canonical JSON (RFC 8785): names in order, no blanks.
    public String manifest() {
        Map<String, Object> members = new TreeMap<>();
        members.put("asOf", asOf.toString());
        members.put("bytes", mark.bytes());
        members.put("delivery", dispatch);
        members.put("division", order.within().divisionCode());
        members.put("file", fileName);
        members.put("format", order.format().code());
        members.put("key", key.toString());
        members.put("language", order.language().name().toLowerCase(Locale.ROOT));
        members.put("madeAt", madeAt.toString());
        members.put("report", order.name().code());
        members.put("rows", rows);
        members.put("schoolYear", order.schoolYear());
        members.put("sha256", mark.sha256());
        members.put("subscription", subscription);
        members.put("terms", new TreeMap<>(order.terms()));
        StringBuilder json = new StringBuilder();
        write(json, members);
        return json.toString();
    }

    private static void write(StringBuilder json, Object value) {
        switch (value) {
            case Map<?, ?> members -> {
                String before = "{";
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    json.append(before);
                    quote(json, String.valueOf(member.getKey()));
                    json.append(':');
                    write(json, member.getValue());
                    before = ",";
                }
                json.append(members.isEmpty() ? "{}" : "}");
            }
            case Number number -> json.append(number);
            default -> quote(json, String.valueOf(value));
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (c < PRINTABLE) json.append("\\u%04x".formatted((int) c));
                    else json.append(c);
                }
            }
        }
        json.append('"');
    }
}
