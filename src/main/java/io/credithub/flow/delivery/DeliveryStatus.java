package io.credithub.flow.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A delivery and what has become of it.
///
/// @param reference where it came from
/// @param finishedAt absent while a chunk is open
/// @param chunksBroken that wait for an operator, see `…/chunks`
/// @param differences between what was declared and what was received
/// @param replay absent unless it reads another delivery once more; then it landed when it was
///   asked for
/// @param replays of it, the newest first, at most 20
/// @param findingsMore how many findings there were beyond [Deliveries#FINDINGS_MAX]
public record DeliveryStatus(
        long delivery,
        String feed,
        String reference,
        String sha256,
        long bytes,
        String charset,
        @Nullable Instant statedAt,
        Instant landedAt,
        @Nullable Instant finishedAt,
        int chunks,
        int chunksDone,
        int chunksBroken,
        RecordCounts records,
        PersonCounts persons,
        HourCounts hours,
        List<Difference> differences,
        @Nullable ReplayStatus replay,
        List<Long> replays,
        long findingsMore) {

    /// What a replay is of, and who asked.
    ///
    /// @param by id of a key; `feed:` and a feed's code if its sender sent the same bytes again; or
    ///   `hub`
    public record ReplayStatus(long original, String by, @Nullable String reason) {}

    /// Whether something was declared that was not received so. Hours and persons are known once it
    /// is finished.
    public boolean differs() {
        return !compare(List.of()).isEmpty();
    }

    /// @param rejected positions of rejected records
    public DeliveryStatus withDifferences(List<Long> rejected) {
        return new DeliveryStatus(
                delivery,
                feed,
                reference,
                sha256,
                bytes,
                charset,
                statedAt,
                landedAt,
                finishedAt,
                chunks,
                chunksDone,
                chunksBroken,
                records,
                persons,
                hours,
                compare(rejected),
                replay,
                replays,
                findingsMore);
    }

    private List<Difference> compare(List<Long> rejected) {
        List<Difference> found = new ArrayList<>();
        Long declared = records.declared();
        if (declared != null && declared != records.received()) {
            found.add(Differences.records(declared, this, rejected));
        }
        Long people = persons.declared();
        if (finishedAt != null && people != null && people != persons.received()) {
            found.add(Differences.persons(people, this, rejected));
        }
        Hours learned = hours.declared();
        if (finishedAt != null && learned != null && !learned.equals(hours.received())) {
            found.add(Differences.hours(learned, this, rejected));
        }
        return found;
    }
}
