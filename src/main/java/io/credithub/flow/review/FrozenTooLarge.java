package io.credithub.flow.review;

/// A file of a statement would be larger than is kept.
final class FrozenTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    FrozenTooLarge(String part) {
        super(part, null, false, false);
    }
}
