package io.credithub.store;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.reading.Content;
import io.credithub.store.LawDecisions.LawDecision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Few records, teachers and trainings in two feeds, so that they meet in every way: corrected,
/// withdrawn, contradicted, malformed, copied by the other feed, or ahead of their teacher. Only
/// what a source says orders the contents of a record, never when they came.
final class LawRecords {
    private static final String VENDOR = "vendor-push";
    private static final String PROVINCE = "province-platform";
    private static final int VENDOR_LINES = 60;
    private static final int PROVINCE_LINES = 40;
    private static final int RECORDS = 12;
    private static final int TEACHERS = 7;
    private static final Instant DAY = Instant.parse("2023-06-01T00:00:00Z");
    private static final String CSV_HEAD =
            "记录编号,版本,教师编号,证件类型,证件号码,姓名,项目名称,培训层次,培训形式,学时,考核等级,结业日期,状态," + "开始日期,举办单位,项目编号\n";
    private static final String[] LEVELS = {"PROVINCE", "SCHOOL"};
    private static final String[] GRADES = {"PASS", "GOOD", "FAIL", "PASS", "SPLENDID"};
    private static final Map<String, String> ZH =
            Map.of("PROVINCE", "省培", "SCHOOL", "校本", "PASS", "合格", "GOOD", "良好", "FAIL", "不合格");

    private final List<RosterTeacher> teachers = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private boolean areDecided = true;

    /// @param statedDay of the delivery that carries it: 0 if that states none
    private record Line(String feed, int statedDay, String text) {}

    LawRecords(Random random) {
        for (int i = 0; i < TEACHERS; i++) teachers.add(RosterTeacher.draw(random, "140105"));
        for (int i = 0; i < VENDOR_LINES; i++) lines.add(vendor(random));
        for (int i = 0; i < PROVINCE_LINES; i++) lines.add(province(random));
        MatchedRecords matched = new MatchedRecords(teachers.get(1), teachers.get(4));
        for (String line : matched.vendor()) lines.add(new Line(VENDOR, 0, line));
        for (String line : matched.province()) lines.add(new Line(PROVINCE, 1, line));
    }

    /// What people decide about them, at any time.
    List<LawDecision> decisions() {
        return areDecided ? MatchedRecords.decisions() : List.of();
    }

    /// From now on nobody decides anything, or whoever would has yet to.
    LawRecords undecided() {
        areDecided = false;
        return this;
    }

    /// Those who are known first; the last teacher of all is never known.
    String roster() {
        return roster(0, 3);
    }

    String lateRoster() {
        return roster(3, TEACHERS - 1);
    }

    /// The first and the last of them in another county, since the second day of the trainings.
    String moves() {
        StringBuilder csv = new StringBuilder();
        for (RosterTeacher teacher : List.of(teachers.getFirst(), teachers.get(TEACHERS - 2))) {
            String[] lines = teacher.in("140106").csv().split("\n");
            if (csv.isEmpty()) csv.append(lines[0]).append(",division_since\n");
            csv.append(lines[1]).append(",2023-05-02\n");
        }
        return csv.toString();
    }

    private String roster(int from, int to) {
        StringBuilder csv = new StringBuilder();
        for (RosterTeacher teacher : teachers.subList(from, to)) {
            String own = teacher.csv();
            csv.append(csv.isEmpty() ? own : own.substring(own.indexOf('\n') + 1));
        }
        return csv.toString();
    }

    /// All records, some more than once, in another order and cut elsewhere.
    List<Delivery> permuted(Random random) {
        List<Line> shuffled = new ArrayList<>(lines);
        for (Line line : lines) if (random.nextInt(4) == 0) shuffled.add(line);
        Collections.shuffle(shuffled, random);
        List<Delivery> deliveries = new ArrayList<>();
        int cut = 8 + random.nextInt(60);
        for (int from = 0; from < shuffled.size(); from += cut) {
            Map<Line, List<Line>> alike = new LinkedHashMap<>();
            for (Line line : shuffled.subList(from, Math.min(shuffled.size(), from + cut))) {
                Line kind = new Line(line.feed, line.statedDay, "");
                alike.computeIfAbsent(kind, _ -> new ArrayList<>()).add(line);
            }
            alike.forEach((kind, some) -> deliveries.add(delivery(kind, some)));
        }
        return deliveries;
    }

    private static Delivery delivery(Line kind, List<Line> some) {
        StringBuilder text = new StringBuilder(kind.feed.equals(PROVINCE) ? CSV_HEAD : "");
        for (Line line : some) text.append(line.text).append('\n');
        return new Delivery(
                kind.feed,
                "law",
                Content.of(text.toString().getBytes(StandardCharsets.UTF_8)),
                null,
                Declared.NOTHING,
                stated(kind.statedDay),
                null);
    }

    private static @Nullable Instant stated(int day) {
        return day == 0 ? null : DAY.plus(Duration.ofDays(day));
    }

    private Line vendor(Random random) {
        int record = random.nextInt(RECORDS);
        int day = record % 3 == 2 ? 1 + random.nextInt(3) : 0;
        String version =
                switch (record % 3) {
                    case 0 -> "\"revision\":" + (1 + random.nextInt(3)) + ",";
                    case 1 ->
                            "\"updatedAt\":\"2023-07-0" + (1 + random.nextInt(3)) + "T08:00:00Z\",";
                    default -> "";
                };
        String head = "{\"recordId\":\"V-" + record + "\"," + version;
        String spacing = " ".repeat(day); // other bytes under another date
        int lot = random.nextInt(14);
        if (lot == 0) return new Line(VENDOR, day, head + "\"status\":\"WITHDRAWN\"}" + spacing);
        if (lot == 1) return new Line(VENDOR, day, head);
        LawTraining training = new LawTraining(random, record);
        RosterTeacher teacher = teacher(random, record);
        String who =
                record % 2 == 0
                        ? "\"teacherNo\":\"" + teacher.teacherNo() + "\""
                        : "\"idType\":\"RESIDENT\",\"idNumber\":\"" + teacher.idNumber() + "\"";
        return new Line(VENDOR, day, head + training.json(who) + spacing);
    }

    private Line province(Random random) {
        int record = random.nextInt(RECORDS);
        int revision = 1 + random.nextInt(3);
        String head = "S-" + record + "," + revision + ",";
        if (random.nextInt(12) == 0) return new Line(PROVINCE, 1, head + ",,,,,,,,,,撤销,,,");
        RosterTeacher teacher = teacher(random, record);
        String who = record % 2 == 0 ? teacher.teacherNo() + ",," : ",居民身份证," + teacher.idNumber();
        return new Line(PROVINCE, 1, head + who + new LawTraining(random, record).csv());
    }

    /// Mostly the same for a record; a correction may name somebody else.
    private RosterTeacher teacher(Random random, int record) {
        int number = random.nextInt(8) == 0 ? random.nextInt(TEACHERS) : record % TEACHERS;
        return teachers.get(number);
    }

    /// Of few programmes and days: records of both feeds are copies of one another. Some have
    /// another name than the roster.
    private record LawTraining(
            int programme, String name, String level, int day, int hours, String grade) {
        LawTraining(Random random, int record) {
            this(
                    record % 2,
                    record % 5 == 0 ? "李四" : "王䶮",
                    LEVELS[random.nextInt(4) == 0 ? 1 : 0],
                    1 + random.nextInt(2),
                    3 + random.nextInt(30),
                    GRADES[random.nextInt(GRADES.length)]);
        }

        String json(String who) {
            return """
            "teacher":{%s,"name":"%s"},"program":{"name":"研修 %d"},"level":"%s",\
            "form":"CENTRALISED","hours":%d,"grade":"%s","completedOn":"2023-05-0%d"}\
            """
                    .formatted(who, name, programme, level, hours, grade, day);
        }

        String csv() {
            return ",%s,研修 %d,%s,集中,%d,%s,2023-05-0%d,正常,,,"
                    .formatted(
                            name,
                            programme,
                            ZH.get(level),
                            hours,
                            ZH.getOrDefault(grade, grade),
                            day);
        }
    }
}
