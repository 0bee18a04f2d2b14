package io.credithub.demo.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The records of the national platform in the order of its pages: by time of change, then by id.
/// Only their places are kept in memory; the records stay in their file.
final class PagedRecords implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");
    private static final Pattern TIME = Pattern.compile("\"updateTime\":\"([^\"]*)\"");
    private static final Comparator<PageOffset> ORDER =
            Comparator.comparing(PageOffset::time)
                    .thenComparing(PageOffset::id)
                    .thenComparingLong(PageOffset::offset);

    private final FileChannel file;
    private final List<PageOffset> places;

    /// @param ndjson one record a line
    PagedRecords(Path ndjson) throws IOException {
        places = places(ndjson);
        file = FileChannel.open(ndjson);
    }

    private record PageOffset(LocalDateTime time, String id, long offset, int length) {}

    /// The index of the first record that changed then or later.
    int firstFrom(LocalDateTime time) {
        PageOffset before = new PageOffset(time, "", -1, 0);
        return -Collections.binarySearch(places, before, ORDER) - 1;
    }

    int size() {
        return places.size();
    }

    LocalDateTime timeOf(int index) {
        return places.get(index).time;
    }

    String read(int index) throws IOException {
        PageOffset place = places.get(index);
        ByteBuffer bytes = ByteBuffer.allocate(place.length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place.offset + bytes.position()) < 0) {
                throw new IOException("the file of the national platform was cut off");
            }
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static List<PageOffset> places(Path ndjson) throws IOException {
        List<PageOffset> places = new ArrayList<>();
        long offset = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(ndjson), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                places.add(place(line.toString(StandardCharsets.UTF_8), offset, line.size()));
                offset += line.size() + 1;
                line.reset();
            }
        }
        places.sort(ORDER);
        return places;
    }

    private static PageOffset place(String line, long offset, int length) {
        LocalDateTime time = LocalDateTime.parse(first(TIME, line), NationalFormat.TIME);
        return new PageOffset(time, first(ID, line), offset, length);
    }

    private static String first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) throw new IllegalArgumentException("not a record of this platform");
        return matcher.group(1);
    }
}
