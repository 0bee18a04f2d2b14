package io.credithub.flow;

/// A claim check for one chunk: what travels on the channel `chunks`.
///
/// @param records how many it holds; small deliveries go first
public record ChunkRef(long delivery, int chunk, int records) {}
