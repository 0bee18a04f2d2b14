package io.credithub.flow.reading;

/// A page of a source, taken apart without looking into its records: what is broken in one of them
/// leaves the envelope and the others as they are.
///
/// @param around the page with nothing in its array of records; one JSON text if the page is sound
/// @param records what stands between the brackets of the array, blanks at the ends left out
public record PageEnvelope(byte[] around, byte[] records) {
    public boolean isEmpty() {
        return records.length == 0;
    }
}
