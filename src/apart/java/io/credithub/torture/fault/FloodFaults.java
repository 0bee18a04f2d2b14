package io.credithub.torture.fault;

import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.load.Batch;
import io.credithub.torture.load.PushLoad;
import io.credithub.torture.load.RecordMaker;
import io.credithub.torture.load.Sent;
import io.credithub.torture.load.TortureWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Senders and readers who ask for too much. What they push and what is acknowledged counts like
/// everything else.
public final class FloodFaults implements Fault {
    private static final int PUSHERS = 12;
    private static final long PUSH_MILLIS = 250;
    private static final int DRIPPERS = 48;
    private static final int READERS = 40;
    private static final int REQUEST_MIB = 48;
    private static final int DELIVERY_MIB = 66;
    private static final int BLANKS = 2 << 20;
    private static final int LINE_ENDS = 1_200_000;
    private static final String DELIVERIES = "/api/v1/feeds/" + PushLoad.FEED + "/deliveries";

    private final Rig rig;
    private final RecordMaker maker;
    private final AtomicInteger next = new AtomicInteger();

    public FloodFaults(Rig rig, long seed) {
        this.rig = rig;
        this.maker = new RecordMaker(seed, "F", 1, true);
    }

    @FunctionalInterface
    private interface FloodWork {
        void run(int number) throws IOException, InterruptedException;
    }

    @Override
    public @Nullable String inject(Planned planned) throws InterruptedException {
        long until = System.nanoTime() + planned.lasts().toNanos();
        RawFlood raw = new RawFlood(rig.hub().address());
        switch (planned.kind()) {
            case FLOOD_PUSHES -> atOnce(PUSHERS, _ -> pushSingles(until));
            case FLOOD_DRIPS -> atOnce(DRIPPERS, _ -> raw.drip(DELIVERIES, rig.feedKey(), until));
            case FLOOD_OVERSIZED ->
                    atOnce(
                            5,
                            number -> {
                                if (number == 0) {
                                    raw.oversized(DELIVERIES, rig.feedKey(), DELIVERY_MIB);
                                } else {
                                    raw.oversized("/api/v1/keys", rig.operatorKey(), REQUEST_MIB);
                                }
                            });
            case FLOOD_BLANKS -> atOnce(3, number -> pushBlanks(planned, number));
            case FLOOD_RECOUNTS ->
                    atOnce(READERS, _ -> rig.api().ask("/api/v1/reconciliation?recount=true"));
            default -> throw new IllegalArgumentException(planned.toString());
        }
        return null;
    }

    /// Returns when all have ended.
    private static void atOnce(int many, FloodWork work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int number = i;
            threads.add(Thread.startVirtualThread(() -> run(work, number)));
        }
        try {
            for (Thread thread : threads) thread.join();
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }

    private static void run(FloodWork work, int number) {
        try {
            work.run(number);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException journalFailed) {
            throw new UncheckedIOException(journalFailed);
        }
    }

    private void pushSingles(long until) throws IOException, InterruptedException {
        while (System.nanoTime() - until < 0) {
            int number = next.getAndIncrement();
            rig.pusher().push(Batch.of(PushLoad.FEED, "F", number, maker.batch(number)));
            Thread.sleep(PUSH_MILLIS);
        }
    }

    /// The first is what an honest export may be: a record, and line ends behind it. The others
    /// hold nothing at all; each is as long as no other, so that it is a delivery of its own.
    private void pushBlanks(Planned planned, int way) throws IOException, InterruptedException {
        if (way == 0) {
            int number = next.getAndIncrement();
            List<Sent> records = maker.batch(number);
            String text =
                    new String(TortureWire.ndjson(records), StandardCharsets.UTF_8)
                            + "\n".repeat(LINE_ENDS);
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            rig.pusher().push(new Batch(PushLoad.FEED, null, false, false, records, body));
            return;
        }
        byte[] blanks = " ".repeat(BLANKS + planned.number()).getBytes(StandardCharsets.UTF_8);
        rig.pusher().fire(new Batch(PushLoad.FEED, null, false, way == 2, List.of(), blanks));
    }
}
