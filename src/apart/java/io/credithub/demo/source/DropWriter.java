package io.credithub.demo.source;

import io.credithub.demo.model.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The provincial platform's export job: puts files into the hub's drop folder, the data first,
/// then the manifest, the done-file last, each whole or not at all.
public final class DropWriter {
    private static final Pattern LATE = Pattern.compile(".*-03\\.csv|.*-again\\.csv");
    private static final Pattern LONG_AFTER = Pattern.compile(".*-04(-again)?\\.csv");
    private final Path from;
    private final Path dropFolder;
    private final long seed;

    /// @param from a written province's exports: [ProvinceFiles#provinceDrop()]
    /// @param seed of the order in which they come
    public DropWriter(Path from, Path dropFolder, long seed) {
        this.from = from;
        this.dropFolder = dropFolder;
        this.seed = seed;
    }

    /// The data files in the order in which they are dropped: shuffled, corrections before what
    /// they correct included, and the late ones at the end. The oldest one is the first: the
    /// platform has been exporting since then.
    public List<String> order() throws IOException {
        List<String> waiting = new ArrayList<>(names(false));
        List<String> order = new ArrayList<>();
        List<String> late = new ArrayList<>();
        SeededRandom dice = SeededRandom.at(seed, waiting.size());
        while (!waiting.isEmpty()) {
            String name = waiting.remove(dice.below(waiting.size()));
            (LATE.matcher(name).matches() ? late : order).add(name);
        }
        order.stream()
                .min(Comparator.comparing(DropWriter::period).thenComparing(name -> name))
                .ifPresent(first -> order.addFirst(order.remove(order.indexOf(first))));
        order.addAll(late);
        return order;
    }

    /// What follows the city in a name: year, part, number.
    private static String period(String name) {
        return name.substring(name.indexOf('-', name.indexOf('-') + 1) + 1);
    }

    /// The data files that are made months after the others, to be dropped once those have been
    /// taken in: what they take back was posted by then.
    public List<String> longAfter() throws IOException {
        return names(true);
    }

    /// Drops one export.
    ///
    /// @param name of its data file, as in [#order]
    public void drop(String name) throws IOException {
        Files.createDirectories(dropFolder);
        put(name);
        put(name + ".manifest.json");
        put(name + ".done");
    }

    private void put(String name) throws IOException {
        Path part = dropFolder.resolve("." + name + ".part");
        Files.copy(from.resolve(name), part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, dropFolder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> names(boolean isLongAfter) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .filter(name -> LONG_AFTER.matcher(name).matches() == isLongAfter)
                    .sorted()
                    .toList();
        }
    }
}
