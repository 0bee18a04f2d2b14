package io.credithub.torture;

import io.credithub.torture.count.TableView;
import io.credithub.torture.fault.Rig;
import io.credithub.torture.load.Ack;
import io.credithub.torture.load.PushLoad;
import io.credithub.torture.load.SourcePages;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What must come to rest by itself once the faults are over, and within which time.
///
/// @param rosterIsIn whether the late roster has been taken
/// @param isReady what the hub says of itself
record SettledRegistry(
        Rig rig,
        PushLoad pushes,
        SourcePages pages,
        BooleanSupplier rosterIsIn,
        BooleanSupplier isReady) {
    private static final long LOOK_MILLIS = 1_000;

    /// No more new records; what is open goes on.
    void wane() {
        pushes.wane();
        rig.drops().wane();
        pages.wane();
    }

    /// @return what has not come to rest in time; empty if all has
    List<String> await(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        List<String> open = open();
        while (!open.isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.sleep(LOOK_MILLIS);
            open = open();
        }
        return open;
    }

    private List<String> open() {
        List<String> open = new ArrayList<>();
        int pushed = rig.pusher().allUnanswered().size();
        if (!pushes.isAnswered() || pushed > 0) {
            open.add("pushes without an acknowledgement: " + pushed);
        }
        int dropped = rig.drops().unanswered().size();
        if (!rig.drops().isAnswered() || dropped > 0) {
            open.add("dropped files that nobody takes: " + dropped);
        }
        if (!pages.isAnswered()) {
            open.add("records of the source not pulled: " + pages.unanswered().size());
        }
        if (!rosterIsIn.getAsBoolean()) open.add("the late roster is not taken");
        if (!isReady.getAsBoolean()) open.add("the hub does not say that it is ready");
        try (TableView tables = new TableView(rig.postgres())) {
            long broken = tables.brokenChunks();
            long chunks = tables.openChunks();
            if (broken > 0) open.add("broken chunks: " + broken);
            if (chunks > broken) open.add("chunks not worked off: " + (chunks - broken));
        } catch (SQLException away) {
            open.add("the database does not answer: " + away.getMessage());
        }
        return open;
    }

    /// What the hub may have or not have.
    List<Ack> unanswered() {
        List<Ack> all = new ArrayList<>(rig.pusher().allUnanswered());
        all.addAll(rig.drops().unanswered());
        all.addAll(pages.unanswered());
        return all;
    }

    void end() {
        pushes.end();
        rig.drops().end();
    }
}
