package io.credithub.apart.bench;

import io.credithub.apart.bench.BenchLatency.Waits;
import io.credithub.demo.bench.BenchFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;

/// How long a quiet feed waits until a few records of its own are posted: alone, and beside twelve
/// connections of another feed that push one record at a time, and pause only when they are told
/// to.
final class BenchFairness {
    private static final int CONNECTIONS = 12;
    private static final int WARM_UP = 20;
    private static final int DELIVERIES = 200;

    private final BenchFile file;
    private final BenchClients clients;
    private final BenchWork work;
    private final Path folder;
    private final AtomicInteger landed = new AtomicInteger();

    BenchFairness(BenchFile file, BenchClients clients, BenchWork work, Path folder) {
        this.file = file;
        this.clients = clients;
        this.work = work;
        this.folder = folder;
    }

    /// @param pushes of the flood that were accepted meanwhile
    record Beside(Waits alone, Waits flooded, int pushes) {
        double ratio() {
            return flooded.within(99) / alone.within(99);
        }
    }

    Beside measure() throws IOException {
        for (int i = 0; i < WARM_UP; i++) posted();
        Waits alone = deliveries();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger pushes = new AtomicInteger();
        try (ExecutorService flood = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                flood.execute(() -> push(isOver, next, pushes));
            }
            try {
                for (int i = 0; i < WARM_UP; i++) posted();
                return new Beside(alone, deliveries(), pushes.get());
            } finally {
                isOver.set(true);
            }
        }
    }

    private Waits deliveries() throws IOException {
        DoubleStream.Builder waits = DoubleStream.builder();
        for (int i = 0; i < DELIVERIES; i++) waits.add(posted());
        return Waits.of(waits.build());
    }

    /// Milliseconds from landing to standings and counters.
    private double posted() throws IOException {
        Path csv = file.writeFew(folder, landed.getAndIncrement());
        long began = System.nanoTime();
        work.awaitPosted(work.land(csv));
        return (System.nanoTime() - began) / 1e6;
    }

    private void push(AtomicBoolean isOver, AtomicInteger next, AtomicInteger pushes) {
        try {
            while (!isOver.get()) {
                clients.push(file.one(next.getAndIncrement()));
                pushes.incrementAndGet();
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException("the flood was not answered", broken);
        }
    }
}
