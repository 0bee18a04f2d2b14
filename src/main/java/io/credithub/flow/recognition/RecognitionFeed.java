package io.credithub.flow.recognition;

/// The feed that decisions come in by. Only the hub pushes to it: a key for it would be a way
/// around the county.
public final class RecognitionFeed {
    /// Its folder under `mappings/`, and its route.
    public static final String CODE = "county-recognition";

    private RecognitionFeed() {}
}
