package io.credithub.torture.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Every acknowledgement, on the disk before it counts: what the hub is held to at the end is read
/// back from here.
public final class AckJournal implements AutoCloseable {
    private static final String HEAD = "ACK";
    private static final int HEAD_FIELDS = 4;

    private final FileChannel file;
    private final AtomicLong records = new AtomicLong();

    /// @param path is made; it must not be there yet
    public AckJournal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// Returns once it is on the disk.
    synchronized void append(Ack ack) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        text.append('\t').append(ack.feed()).append('\t').append(ack.sha256());
        text.append('\t').append(ack.records().size()).append('\n');
        for (Sent sent : ack.records()) text.append(sent.toText()).append('\n');
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) file.write(bytes);
        file.force(false);
        records.addAndGet(ack.records().size());
    }

    /// Acknowledged so far.
    public long records() {
        return records.get();
    }

    /// What was written, in order. An entry that was cut off at the end was never counted.
    public static List<Ack> read(Path path) throws IOException {
        List<String> lines = Files.readAllLines(path);
        List<Ack> acks = new ArrayList<>();
        for (int at = 0; at < lines.size(); ) {
            String[] head = lines.get(at).split("\t", -1);
            if (head.length != HEAD_FIELDS || !head[0].equals(HEAD)) break;
            int from = at + 1;
            at = from + Integer.parseInt(head[3]);
            if (at > lines.size()) break;
            List<Sent> sent = lines.subList(from, at).stream().map(Sent::parse).toList();
            acks.add(new Ack(head[1], head[2], sent));
        }
        return acks;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
