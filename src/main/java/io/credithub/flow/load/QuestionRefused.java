package io.credithub.flow.load;

/// An [ExpensiveQuestions] question that is not answered just now. Time's move: later there are
/// places again. Cheap: it carries no stack.
public final class QuestionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Whose places are taken.
    public enum Why {
        OWNERS_PLACES,
        ALL_PLACES
    }

    private final Why why;

    public QuestionRefused(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
