package io.credithub.source.poll;

/// What ended a poll and is no answer of the source's: told in the feed's `lastError`, with a code
/// that stays the same.
public enum PollFault {
    /// Of an answer, packed or unpacked, of its headers or of its envelope.
    TOO_LARGE("HUB-4420"),
    TOO_SLOW("HUB-4421"),
    BAD_ENCODING("HUB-4422"),
    /// Something that Java throws and no code foresees: memory, depth, a missing class.
    ERROR("HUB-4423"),
    /// The thread that polled is gone.
    THREAD_GONE("HUB-4424");

    private final String code;

    PollFault(String code) {
        this.code = code;
    }

    /// @param what in the words of an operator
    public String of(String what) {
        return code + " " + what;
    }
}
