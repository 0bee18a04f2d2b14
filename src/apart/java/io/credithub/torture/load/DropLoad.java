package io.credithub.torture.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A platform that drops files: data and manifest are written beside their names and renamed, the
/// done-file comes last. A file is acknowledged once all three have left the folder.
public final class DropLoad {
    static final String FEED = "province-platform";
    private static final int LINES = 20;
    private static final int TWICE_EVERY = 5;
    private static final long PAUSE_MILLIS = 1_000;
    private static final int LOOKS_A_FILE = 8;
    private static final List<String> PARTS = List.of("", ".manifest.json", ".done");

    private final RecordMaker maker;
    private final Path folder;
    private final AckJournal journal;
    private final Map<String, Ack> open = new LinkedHashMap<>();
    private Thread thread = new Thread();
    private int next;
    private volatile boolean isEnding;

    public DropLoad(long seed, Path folder, AckJournal journal) {
        this.maker = new RecordMaker(seed, "P", LINES, true);
        this.folder = folder;
        this.journal = journal;
    }

    public void begin() {
        thread = Thread.ofVirtual().name("drops").start(this::run);
    }

    /// No new files from now on.
    public void wane() {
        isEnding = true;
    }

    public boolean isAnswered() {
        return isEnding && !thread.isAlive();
    }

    public void end() {
        thread.interrupt();
    }

    /// What lies there still.
    public synchronized List<Ack> unanswered() {
        return List.copyOf(open.values());
    }

    private void run() {
        try {
            for (int look = 0; ; look++) {
                if (!isEnding && look % LOOKS_A_FILE == 0) dropNext();
                takeAway();
                if (isEnding && unanswered().isEmpty()) return;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new IllegalStateException("the drop folder or the journal fails", failure);
        }
    }

    private synchronized void dropNext() throws IOException {
        int number = next++;
        List<Sent> records = maker.batch(number);
        byte[] data = TortureWire.csv(records);
        String sha256 = TortureWire.sha256(data);
        Ack ack = new Ack(FEED, sha256, records);
        String name = "p-%06d.csv".formatted(number);
        drop(name, data, TortureWire.manifest(name, sha256, records));
        open.put(name, ack);
        if (number % TWICE_EVERY == 0) {
            String again = "p-%06d-again.csv".formatted(number);
            drop(again, data, TortureWire.manifest(again, sha256, records));
            open.put(again, ack);
        }
    }

    /// Three files that no hub can take: without a manifest, with a digest of something else, and
    /// with a name that is an expression where names are evaluated.
    public synchronized void dropBroken(int number) throws IOException {
        List<Sent> none = List.of();
        byte[] data = TortureWire.csv(none);
        String bare = "x-%d-bare.csv".formatted(number);
        appear(bare, data);
        appear(bare + ".done", new byte[0]);
        String wrong = "x-%d-wrong.csv".formatted(number);
        drop(wrong, data, TortureWire.manifest(wrong, TortureWire.sha256(new byte[1]), none));
        String odd = "x-%d-${date:now}.csv".formatted(number);
        drop(odd, data, TortureWire.manifest(odd, TortureWire.sha256(new byte[1]), none));
    }

    private void drop(String name, byte[] data, byte[] manifest) throws IOException {
        appear(name, data);
        appear(name + ".manifest.json", manifest);
        appear(name + ".done", new byte[0]);
    }

    private void appear(String name, byte[] bytes) throws IOException {
        Path beside = folder.resolve("." + name + ".part");
        Files.write(beside, bytes);
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized void takeAway() throws IOException {
        for (String name : List.copyOf(open.keySet())) {
            if (PARTS.stream().anyMatch(part -> Files.exists(folder.resolve(name + part)))) {
                continue;
            }
            Ack ack = open.remove(name);
            if (ack != null) journal.append(ack);
        }
    }
}
