package io.credithub.demo.source;

import io.credithub.demo.model.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The provincial platform's export job: puts files into the hub's drop folder, the data first,
/// then the manifest, the done-file last, each whole or not at all.
public final class DropWriter {
    private static final String LATE = "-03";
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
    /// they correct included, and the late ones at the end.
    public List<String> order() throws IOException {
        List<String> waiting = new ArrayList<>(names().stream().sorted().toList());
        List<String> order = new ArrayList<>();
        List<String> late = new ArrayList<>();
        SeededRandom dice = SeededRandom.at(seed, waiting.size());
        while (!waiting.isEmpty()) {
            String name = waiting.remove(dice.below(waiting.size()));
            (name.contains(LATE + ".") || name.contains("-again") ? late : order).add(name);
        }
        order.addAll(late);
        return order;
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

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .toList();
        }
    }
}
