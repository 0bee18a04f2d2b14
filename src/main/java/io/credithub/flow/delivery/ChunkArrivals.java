package io.credithub.flow.delivery;

/// Is told of every chunk that has landed. Implemented on the roof, where the channels of chunks
/// are. Best effort: the sweeper finds chunks whose notice was lost.
public interface ChunkArrivals {
    void announce(ChunkRef chunk);
}
