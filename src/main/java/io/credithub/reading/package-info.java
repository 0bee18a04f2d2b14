/// Bytes to raw records: charsets, CSV, NDJSON, JSON arrays and pages, and their limits.
///
/// A content is cut at record boundaries without changing a byte ([ContentCuts]), and each chunk
/// can be read alone, later and again ([ChunkReading]). Cutting and reading find the boundaries
/// with the same [RecordScanner], so that as many records are read as were cut, whatever the bytes
/// are. What a field means is not known here: that is `hub.mapping`.
@NullMarked
package io.credithub.reading;

import org.jspecify.annotations.NullMarked;
