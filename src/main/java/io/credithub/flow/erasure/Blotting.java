package io.credithub.flow.erasure;

import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import java.util.List;
import java.util.Set;

/// Takes records out of a chunk's bytes for good, and leaves their places: whatever reads the chunk
/// afterwards finds as many records as before, each where it was. Implemented by `hub.reading`;
/// never throws for bad content.
public interface Blotting {
    /// What stands in a slice, to be searched: the texts of each record in order, or the bytes of
    /// what cannot be read as text. A slice of no records has what it holds nevertheless, as one.
    List<List<String>> texts(Source source, Slice slice);

    /// The slice's bytes with something meaningless in the place of these records.
    ///
    /// @param positions of one of no records: empty
    /// @throws IllegalStateException if any other record would be read otherwise than before
    byte[] blot(Source source, Slice slice, Set<Long> positions);
}
