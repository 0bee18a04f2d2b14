package io.credithub.source;

/// The hub refuses to start because of a key of the configuration: the operator's move. The message
/// is one line with the code, the key, what is wrong and what to do; never the value of a secret.
public final class Misconfigured extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Misconfigured(String code, String key, String problem) {
        super(code + ": " + key + " " + problem);
    }

    static Misconfigured address(String key) {
        return new Misconfigured(
                "HUB-4401", key, "is not an address: write http://host/path, without a user.");
    }

    static Misconfigured folder(String key, String folder) {
        return new Misconfigured(
                "HUB-4402", key, "names " + folder + ", which is not a folder: create it.");
    }

    static Misconfigured feed(String key) {
        return new Misconfigured(
                "HUB-4403", key, "names no feed that is pulled or dropped: see mappings/.");
    }

    static Misconfigured missing(String key, String because) {
        return new Misconfigured("HUB-4404", key, "is not set, but " + because + ": set it.");
    }

    static Misconfigured range(String key, String allowed) {
        return new Misconfigured("HUB-4405", key, "is out of range: it must be " + allowed + ".");
    }
}
