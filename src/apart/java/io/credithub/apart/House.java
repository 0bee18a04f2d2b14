package io.credithub.apart;

import jakarta.enterprise.inject.spi.CDI;

/// The parts of the running hub, for guests: the build of the hub does not know them, so that it
/// cannot hand them what they need.
public final class House {
    private House() {}

    /// @throws RuntimeException if there is no such part, or if nothing of the hub itself needs it
    public static <T> T part(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
