package io.credithub.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where the records of a slice lie, noted while they are read.
final class BlottedPlaces {
    private static final String KEPT = "\"\\,:{}[] \t\r\n";

    private final Slice slice;
    private final Map<Long, BlottedRange> places = new TreeMap<>();

    /// @param from in the slice's bytes
    private record BlottedRange(int from, int to) {}

    BlottedPlaces(Slice slice) {
        this.slice = slice;
    }

    /// What an erased record is read as, whatever stands in its place.
    static List<RawRecord> withErased(List<RawRecord> records, Set<Long> erased) {
        if (erased.isEmpty()) return records;
        List<RawRecord> told = new ArrayList<>(records.size());
        for (RawRecord record : records) {
            boolean isErased = erased.contains(record.position());
            Finding finding = new Finding(FindingCode.ERASED, "", null);
            told.add(isErased ? RawRecord.unreadable(record.position(), finding) : record);
        }
        return told;
    }

    RecordReader noting(RecordReader reader) {
        return (position, bytes, found) -> {
            places.put(position, new BlottedRange(found.bodyFrom, found.bodyTo));
            return reader.read(position, bytes, found);
        };
    }

    /// @param records as they were read
    List<List<String>> texts(Source source, List<RawRecord> records) {
        List<List<String>> texts = new ArrayList<>(records.size());
        for (RawRecord record : records) {
            List<String> said = new ArrayList<>();
            if (record.findings().isEmpty()) leaves(record.fields(), said);
            else said.add(bytesOf(source, record.position()));
            texts.add(said);
        }
        return texts;
    }

    private static void leaves(JsonNode node, List<String> texts) {
        if (node.isValueNode()) texts.add(node.asText());
        node.fieldNames().forEachRemaining(texts::add);
        for (JsonNode child : node) leaves(child, texts);
    }

    private String bytesOf(Source source, long position) {
        BlottedRange place =
                places.getOrDefault(position, new BlottedRange(0, slice.bytes().length));
        int length = place.to - place.from;
        return new String(slice.bytes(), place.from, length, charset(source.charset()));
    }

    /// All of it, where it was not taken apart.
    String text(Source source) {
        return new String(slice.bytes(), charset(source.charset()));
    }

    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    /// What stands in the place of a record that goes.
    interface Filler {
        byte[] of(byte[] bytes, int from, int to);
    }

    /// Tells least; no blank line, and of as many columns as the table has.
    static Filler shortest(Source source) {
        String text = "{}";
        if (source.format().syntax() == Syntax.CSV) {
            text = "-" + ",".repeat(new CsvRecords(source.charset(), source.head()).commas());
        }
        byte[] filler = text.getBytes(US_ASCII);
        return (_, _, _) -> filler;
    }

    /// Keeps whatever a scanner goes by: where a neighbour's stray quote has found one in here.
    static byte[] likeIt(byte[] bytes, int from, int to) {
        byte[] filler = Arrays.copyOfRange(bytes, from, to);
        for (int at = 0; at < filler.length; at++) {
            if (KEPT.indexOf(filler[at]) < 0) filler[at] = '-';
        }
        return filler;
    }

    /// What was not taken apart goes as a whole, but for the head.
    byte[] without(Source source, Set<Long> positions, Filler filler) {
        byte[] bytes = slice.bytes();
        if (positions.isEmpty() || !places.keySet().containsAll(positions)) {
            int head = slice.chunk() == 0 ? source.head().length : 0;
            return Arrays.copyOf(bytes, Math.min(head, bytes.length));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int kept = 0;
        for (Map.Entry<Long, BlottedRange> one : places.entrySet()) {
            if (!positions.contains(one.getKey())) continue;
            BlottedRange place = one.getValue();
            out.write(bytes, kept, place.from - kept);
            out.writeBytes(filler.of(bytes, place.from, place.to));
            kept = place.to;
        }
        out.write(bytes, kept, bytes.length - kept);
        return out.toByteArray();
    }
}
