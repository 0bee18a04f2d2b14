package io.credithub.torture.load;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the pulled source has, and its pages. Records come into being while time passes; what the
/// hub asks for next tells what it has.
public final class SourcePages {
    public static final String FEED = "national-platform";
    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final long MILLIS_A_RECORD = 500;

    private final RecordMaker maker;
    private final AckJournal journal;
    private long beganNanos;
    private int offered;
    private int acknowledged;
    private boolean isEnding;

    public SourcePages(long seed, AckJournal journal) {
        this.maker = new RecordMaker(seed, "N", 1, false);
        this.journal = journal;
    }

    public synchronized void begin() {
        beganNanos = System.nanoTime();
    }

    /// No new records from now on.
    public synchronized void wane() {
        grow();
        isEnding = true;
    }

    public synchronized boolean isAnswered() {
        return isEnding && acknowledged == offered;
    }

    /// What the hub has not shown to have.
    public synchronized List<Ack> unanswered() {
        return IntStream.range(acknowledged, offered)
                .mapToObj(i -> new Ack(FEED, "", maker.batch(i)))
                .toList();
    }

    private void grow() {
        if (isEnding || beganNanos == 0) return;
        offered = Math.toIntExact((System.nanoTime() - beganNanos) / 1_000_000 / MILLIS_A_RECORD);
    }

    private static LocalDateTime time(int record) {
        return FIRST.plus(STEP.multipliedBy(record));
    }

    /// The number of the first record that changed at or after a time.
    private int firstFrom(LocalDateTime from) {
        long steps = Duration.between(FIRST, from).plus(STEP).minusNanos(1).dividedBy(STEP);
        return Math.clamp(steps, 0, offered);
    }

    /// @param query as it stands in the request, without the question mark
    synchronized String page(String query) throws IOException {
        grow();
        Map<String, String> asked = fields(query);
        LocalDateTime from =
                OffsetDateTime.parse(asked.getOrDefault("updatedFrom", ""))
                        .withOffsetSameInstant(BEIJING)
                        .toLocalDateTime();
        String cursor = asked.getOrDefault("cursor", "");
        if (cursor.isEmpty()) noteCursor(from.plus(OVERLAP));
        int size = Integer.parseInt(asked.getOrDefault("pageSize", "50"));
        int start = cursor.isEmpty() ? firstFrom(from) : Integer.parseInt(cursor);
        int end = Math.min(offered, start + size);
        String items =
                IntStream.range(start, end)
                        .mapToObj(i -> TortureWire.nationalItem(maker.batch(i).getFirst(), time(i)))
                        .collect(Collectors.joining(","));
        LocalDateTime watermark = end > start ? time(end - 1) : from;
        String next = end < offered ? ",\"next\":\"" + end + "\"" : "";
        return """
        {"code":0,"message":"ok","data":{"serverTime":"%s","count":%d,"watermark":"%s"%s,\
        "items":[%s]}}\
        """
                .formatted(
                        LocalDateTime.ofInstant(Instant.now(), BEIJING).format(TortureWire.TIME),
                        end - start,
                        watermark.format(TortureWire.TIME),
                        next,
                        items);
    }

    /// The same records under tokens that lead back to each other.
    synchronized String circle(String query) throws IOException {
        boolean isSecond = query.contains("cursor=round");
        String page =
                page(query.replaceAll("&cursor=[^&]*", "")).replaceAll(",\"next\":\"[^\"]*\"", "");
        String token = isSecond ? "round-1" : "round-2";
        return page.replace("\"items\":", "\"next\":\"" + token + "\",\"items\":");
    }

    /// Whoever asks for changes since a time has what changed before it.
    private void noteCursor(LocalDateTime cursor) throws IOException {
        while (acknowledged < offered && !time(acknowledged).isAfter(cursor)) {
            journal.append(new Ack(FEED, "", maker.batch(acknowledged)));
            acknowledged++;
        }
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : query.replace("+", "%2B").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            fields.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
