package io.credithub.flow.load;

/// An [ExpensiveQuestions] question that is not answered just now. Time's move: later there are
/// places again. Cheap: it carries no stack.
public final class QuestionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Whose places are taken.
    public enum RefusedQuestionReason {
        OWNERS_PLACES,
        ALL_PLACES
    }

    private final RefusedQuestionReason why;

    public QuestionRefused(RefusedQuestionReason why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public RefusedQuestionReason why() {
        return why;
    }
}
