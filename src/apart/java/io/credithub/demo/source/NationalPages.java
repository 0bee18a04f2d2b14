package io.credithub.demo.source;

import io.credithub.demo.model.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the pages of the national platform, control totals included.
final class NationalPages {
    private static final Pattern TEACHER = Pattern.compile("\"teacherCode\":\"([^\"]*)\"");
    private static final Pattern DOCUMENT = Pattern.compile("\"certNo\":\"([^\"]*)\"");
    private static final Pattern HOURS = Pattern.compile("\"hours\":(-?\\d+)");
    private static final String OFFSET = "offset:";
    private final PagedRecords records;
    private final LocalDateTime serverTime;

    NationalPages(PagedRecords records, LocalDateTime serverTime) {
        this.records = records;
        this.serverTime = serverTime;
    }

    /// What a client asks for.
    ///
    /// @param cursor as the last page gave it; empty for the first page
    record Query(LocalDateTime updatedFrom, int pageSize, String cursor) {}

    /// @throws IllegalArgumentException if the cursor is not one of ours
    String page(Query query) throws IOException {
        int first = records.firstFrom(query.updatedFrom);
        int start = first + offset(query.cursor);
        int end = Math.min(records.size(), start + query.pageSize);
        StringBuilder items = new StringBuilder();
        Set<String> persons = new HashSet<>();
        long hours = 0;
        for (int i = start; i < end; i++) {
            String item = records.read(i);
            items.append(i == start ? "" : ",").append(item);
            String person = found(TEACHER, item, found(DOCUMENT, item, ""));
            if (!person.isEmpty()) persons.add(person);
            hours += Long.parseLong(found(HOURS, item, "0"));
        }
        int count = Math.max(0, end - start);
        LocalDateTime watermark = count == 0 ? query.updatedFrom : records.timeOf(end - 1);
        StringBuilder page = new StringBuilder("{\"code\":0,\"message\":\"ok\",\"data\":");
        JsonText data = JsonText.object(page).text("serverTime", time(serverTime));
        data.raw("count", Integer.toString(count)).raw("persons", "" + persons.size());
        data.raw("hours", Long.toString(hours)).text("watermark", time(watermark));
        data.text("next", end < records.size() ? cursor(end - first) : "");
        data.raw("items", "[" + items + "]").end();
        return page.append('}').toString();
    }

    private static int offset(String cursor) {
        if (cursor.isEmpty()) return 0;
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.matches(OFFSET + "\\d{1,9}")) throw new IllegalArgumentException("bad cursor");
        return Integer.parseInt(text.substring(OFFSET.length()));
    }

    private static String cursor(int offset) {
        byte[] bytes = (OFFSET + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String found(Pattern pattern, String item, String otherwise) {
        Matcher matcher = pattern.matcher(item);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static String time(LocalDateTime time) {
        return time.format(NationalFormat.TIME);
    }
}
