package io.credithub.api.body;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file system.
@Singleton
@DefaultBean
public final class LocalDisk implements SpoolDisk {
    @Override
    public OutputStream write(Path file) throws IOException {
        return Files.newOutputStream(file);
    }
}
