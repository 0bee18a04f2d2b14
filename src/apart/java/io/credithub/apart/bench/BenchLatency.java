package io.credithub.apart.bench;

import io.credithub.demo.bench.BenchFile;
import io.credithub.flow.delivery.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/// How long people wait: for a statement while all is quiet, for a push and a statement while a
/// large delivery is being posted.
final class BenchLatency {
    private static final int WARM_UP = 500;
    private static final int WARM_UP_PUSHES = 30;
    private static final int STATEMENTS = 2_000;
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BenchFile file;
    private final BenchClients clients;
    private final PostgresBench registry;
    private final List<String> teachers;

    BenchLatency(BenchFile file, BenchClients clients, PostgresBench registry) {
        this.file = file;
        this.clients = clients;
        this.registry = registry;
        this.teachers = file.someTeachers(STATEMENTS);
    }

    /// Milliseconds, sorted.
    record Waits(double[] millis) {
        static Waits of(DoubleStream millis) {
            return new Waits(millis.sorted().toArray());
        }

        /// What so many per cent did not exceed.
        double within(int percent) {
            if (millis.length == 0) return Double.NaN;
            return millis[Math.max(0, Math.ceilDiv(millis.length * percent, 100) - 1)];
        }
    }

    /// @param pushed until the receipt, in order of the pushes
    /// @param posted until the ledger had it, from the same start
    record UnderLoad(Waits pushed, Waits posted, Waits statements) {}

    /// A few pushes and statements that nobody counts.
    void warmUp() throws IOException, InterruptedException {
        for (int number = 0; number < WARM_UP_PUSHES; number++) push(number);
        for (String teacher : teachers.subList(0, WARM_UP)) clients.statement(teacher);
    }

    Waits statements() throws IOException, InterruptedException {
        for (String teacher : teachers.subList(0, WARM_UP)) clients.statement(teacher);
        double[] waits = new double[STATEMENTS];
        for (int i = 0; i < waits.length; i++) waits[i] = clients.statement(teachers.get(i));
        return Waits.of(Arrays.stream(waits));
    }

    /// Pushes 1 000 records at a time and reads statements for as long as the load lasts; the first
    /// few pushes, while the load has not begun, are not counted.
    UnderLoad beside(Supplier<Receipt> load) throws IOException, InterruptedException {
        for (int number = 0; number < WARM_UP_PUSHES; number++) push(number);
        long delivery = load.get().delivery();
        BooleanSupplier isOver = () -> isFinished(delivery);
        CompletableFuture<Waits> reader = CompletableFuture.supplyAsync(() -> read(isOver));
        List<BenchPush> pushes = new ArrayList<>();
        while (!isOver.getAsBoolean()) {
            pushes.add(push(WARM_UP_PUSHES + pushes.size()));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return new UnderLoad(
                Waits.of(pushes.stream().mapToDouble(BenchPush::answered)),
                Waits.of(pushes.stream().mapToDouble(BenchPush::posted)),
                reader.join());
    }

    /// Milliseconds until the receipt, and until the ledger had it.
    private record BenchPush(double answered, double posted) {}

    private BenchPush push(int number) throws IOException, InterruptedException {
        byte[] body = file.push(number);
        long began = System.nanoTime();
        BenchClients.BenchReceipt receipt = clients.push(body);
        while (!isFinished(receipt.delivery())) LockSupport.parkNanos(LOOK_EVERY_NANOS);
        return new BenchPush(receipt.millis(), (System.nanoTime() - began) / 1e6);
    }

    private Waits read(BooleanSupplier isOver) {
        DoubleStream.Builder waits = DoubleStream.builder();
        try {
            for (int i = 0; !isOver.getAsBoolean(); i++) {
                waits.add(clients.statement(teachers.get(i % teachers.size())));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException("the reader was not answered", broken);
        }
        return Waits.of(waits.build());
    }

    private boolean isFinished(long delivery) {
        return registry.isFinished(delivery).await().atMost(PATIENCE);
    }
}
