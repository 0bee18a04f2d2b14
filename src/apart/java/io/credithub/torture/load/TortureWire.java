package io.credithub.torture.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// What the made-up records look like on their ways in, as the READMEs of the feeds agree it. Every
/// record is a training of its own; a broken one has a grade that nobody knows.
public final class TortureWire {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    static final String CSV_HEADER = "记录编号,版本,教师编号,姓名,项目名称,培训层次,培训形式,学时,考核等级,结业日期,状态\r\n";

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String NAME = "王小明";
    private static final String ROSTER_HEAD =
            "teacher_no,id_type,id_number,name,birth_date,school_code,school_name,division_code,"
                    + "status,confirmed_on,transferred_on,home_school_code\n";

    private TortureWire() {}

    /// @param from number of the first teacher
    /// @param to behind the last
    public static byte[] roster(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(teacher ->
                        RecordMaker.teacherNo(teacher)
                                + ",,,"
                                + NAME
                                + ",,S-1,第一小学,140105,ACTIVE,,,\n")
                .collect(Collectors.joining("", ROSTER_HEAD, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] ndjson(List<Sent> records) {
        return joined(records, "", "\n", "\n");
    }

    static byte[] array(List<Sent> records) {
        return joined(records, "[", ",", "]");
    }

    private static byte[] joined(List<Sent> records, String before, String between, String after) {
        return records.stream()
                .map(TortureWire::canonical)
                .collect(Collectors.joining(between, before, after))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String canonical(Sent sent) {
        if (sent.isWithdrawn()) {
            return "{\"recordId\":\"%s\",\"revision\":%d,\"status\":\"WITHDRAWN\"}"
                    .formatted(sent.recordId(), sent.revision());
        }
        return """
        {"recordId":"%s","revision":%d,"teacher":{"teacherNo":"%s","name":"%s"},\
        "program":{"name":"研修 %s"},"level":"PROVINCE","form":"CENTRALISED","hours":%d,\
        "grade":"%s","completedOn":"2023-05-01"}\
        """
                .formatted(
                        sent.recordId(),
                        sent.revision(),
                        sent.teacherNo(),
                        NAME,
                        sent.recordId(),
                        sent.hours(),
                        sent.isBroken() ? "SPLENDID" : "PASS");
    }

    /// A file of the provincial platform.
    static byte[] csv(List<Sent> records) {
        return records.stream()
                .map(TortureWire::row)
                .collect(Collectors.joining("", CSV_HEADER, ""))
                .getBytes(GB18030);
    }

    private static String row(Sent sent) {
        if (sent.isWithdrawn()) {
            return "%s,%d,,,,,,,,,撤销\r\n".formatted(sent.recordId(), sent.revision());
        }
        return "%s,%d,%s,%s,研修 %s,省培,集中,%d,%s,2023-05-01,正常\r\n"
                .formatted(
                        sent.recordId(),
                        sent.revision(),
                        sent.teacherNo(),
                        NAME,
                        sent.recordId(),
                        sent.hours(),
                        sent.isBroken() ? "甲等" : "合格");
    }

    /// What lies beside a file of the provincial platform.
    static byte[] manifest(String file, String sha256, List<Sent> records) {
        List<Sent> alive = records.stream().filter(sent -> !sent.isWithdrawn()).toList();
        return """
        {"file":"%s","sha256":"%s","records":%d,"persons":%d,"hours":"%d",\
        "statedAt":"2024-06-01T08:00:00+08:00"}\
        """
                .formatted(
                        file,
                        sha256,
                        records.size(),
                        alive.stream().map(Sent::teacherNo).distinct().count(),
                        alive.stream().mapToInt(Sent::hours).sum())
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A record of the national platform.
    static String nationalItem(Sent sent, LocalDateTime updated) {
        String head =
                "{\"id\":\"%s\",\"rev\":%d,\"updateTime\":\"%s\""
                        .formatted(sent.recordId(), sent.revision(), updated.format(TIME));
        if (sent.isWithdrawn()) return head + ",\"deleted\":true}";
        return head
                + """
                ,"teacherCode":"%s","xm":"%s","programName":"研修 %s","level":"2","mode":"F2F",\
                "hours":%d,"result":%d,"finishDate":"2023-05-01"}\
                """
                        .formatted(
                                sent.teacherNo(),
                                NAME,
                                sent.recordId(),
                                sent.hours(),
                                sent.isBroken() ? 7 : 1);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
