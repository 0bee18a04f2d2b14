package io.credithub.api.body;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Where the files of the spool are written.
public interface SpoolDisk {
    /// @return to be closed by the caller; it and every write fail where there is no room
    OutputStream write(Path file) throws IOException;
}
