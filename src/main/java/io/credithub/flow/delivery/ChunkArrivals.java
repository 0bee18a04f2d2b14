package io.credithub.flow.delivery;

/// Told of every chunk that has landed. Implemented on the roof, where the channel `chunks` is. A
/// word that is lost on the way costs time, not a record: the sweeper finds the chunk.
public interface ChunkArrivals {
    void announce(ChunkRef chunk);
}
