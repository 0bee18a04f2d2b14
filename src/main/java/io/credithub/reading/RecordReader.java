package io.credithub.reading;

import io.credithub.flow.reading.RawRecord;

/// Reads the record that a scanner has found.
interface RecordReader {
    RawRecord read(long position, byte[] bytes, RecordScanner found);
}
