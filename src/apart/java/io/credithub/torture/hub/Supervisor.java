package io.credithub.torture.hub;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// The one rule of systemd and Kubernetes: a process that has ended is started again, a second
/// later. Nobody else lends the hub a hand.
public final class Supervisor implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;
    private static final long PAUSE_MILLIS = 1_000;

    private final HubProcess hub;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile boolean isEnding;
    private volatile Thread thread = new Thread();

    public Supervisor(HubProcess hub) {
        this.hub = hub;
    }

    public void begin() {
        thread = Thread.ofVirtual().name("supervisor").start(this::run);
    }

    private void run() {
        try {
            while (!isEnding) {
                Thread.sleep(LOOK_MILLIS);
                if (hub.isAlive()) continue;
                Thread.sleep(PAUSE_MILLIS);
                if (isEnding) return;
                hub.start();
                restarts.incrementAndGet();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException cannotStart) {
            throw new IllegalStateException("the hub's program cannot be run", cannotStart);
        }
    }

    public int restarts() {
        return restarts.get();
    }

    @Override
    public void close() {
        isEnding = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
