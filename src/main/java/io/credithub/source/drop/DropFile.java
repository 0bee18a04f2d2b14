package io.credithub.source.drop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A delivery of a drop folder as it was read.
///
/// @param data what the data file was then
/// @param written what the manifest was then
public record DropFile(
        String name, Manifest manifest, DropContent content, DropStamp data, DropStamp written)
        implements Closeable {
    /// Which file lies under a name, as far as can be told without reading it.
    record DropStamp(@Nullable Object file, long bytes, FileTime changedAt) {
        static DropStamp of(BasicFileAttributes is) {
            return new DropStamp(is.fileKey(), is.size(), is.lastModifiedTime());
        }
    }

    /// Whether the folder still holds what was read.
    boolean isIn(OwnFolder folder) throws IOException {
        return Objects.equals(stamp(folder, name), data)
                && Objects.equals(stamp(folder, name + Manifest.SUFFIX), written);
    }

    private static @Nullable DropStamp stamp(OwnFolder folder, String name) throws IOException {
        BasicFileAttributes is = folder.attributes(name);
        return is == null ? null : DropStamp.of(is);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
