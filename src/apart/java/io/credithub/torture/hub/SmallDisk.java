package io.credithub.torture.hub;

import io.credithub.torture.hub.Programs.ProgramResult;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A disk of the hub's own that can be full for a while without harm to any other: memory, mounted
/// at its home. Where nothing may be mounted, the disk is the common one and is never filled.
public final class SmallDisk {
    private static final int SIZE_MIB = 3_072;
    private static final long MEMORY_MIN_KIB = 6L << 20;
    private static final long LEFT_BYTES = 64 << 10;

    private final Path folder;
    private final @Nullable String whyNot;

    private SmallDisk(Path folder, @Nullable String whyNot) {
        this.folder = folder;
        this.whyNot = whyNot;
    }

    /// @param folder an empty one, which becomes the disk if that is possible
    public static SmallDisk at(Path folder) throws IOException {
        if (availableKib() < MEMORY_MIN_KIB) {
            return new SmallDisk(folder, "less than 6 GiB of memory are free for a small disk");
        }
        try {
            ProgramResult mounted =
                    Programs.run(
                            List.of(
                                    "mount",
                                    "-t",
                                    "tmpfs",
                                    "-o",
                                    "mode=0755,size=" + SIZE_MIB + "m",
                                    "tmpfs",
                                    folder.toString()));
            String why = "no disk may be mounted here: " + mounted.said();
            return new SmallDisk(folder, mounted.isGood() ? null : why);
        } catch (IOException noProgram) {
            return new SmallDisk(folder, "no disk can be mounted here: there is no `mount`");
        }
    }

    private static long availableKib() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /// Why it cannot be filled; null if it can.
    public @Nullable String whyNot() {
        return whyNot;
    }

    /// Leaves no room but a few pages.
    public void fill() throws IOException {
        FileStore store = Files.getFileStore(folder);
        long used = store.getTotalSpace() - store.getUsableSpace();
        resize((used + LEFT_BYTES) / 1_024 + "k");
    }

    public void makeRoom() throws IOException {
        resize(SIZE_MIB + "m");
    }

    private void resize(String size) throws IOException {
        if (whyNot != null) return;
        ProgramResult outcome =
                Programs.run(List.of("mount", "-o", "remount,size=" + size, folder.toString()));
        if (!outcome.isGood()) throw new IOException("the small disk: " + outcome.said());
    }

    /// Takes it away, with all that is on it.
    public void close() throws IOException {
        if (whyNot != null) return;
        ProgramResult outcome = Programs.run(List.of("umount", folder.toString()));
        if (!outcome.isGood()) Programs.run(List.of("umount", "-l", folder.toString()));
    }
}
