package io.credithub.store.completion;

/// By how much two contents of a training differ in what they earn.
public final class CreditsInQuestion {
    /// Of both sides of a break `b`, as far as both state it.
    public static final String OF_BREAK =
            """
            case when b.credits_ours is null or b.credits_theirs is null then 0
                else abs(b.credits_ours - b.credits_theirs) end\
            """;

    private CreditsInQuestion() {}
}
