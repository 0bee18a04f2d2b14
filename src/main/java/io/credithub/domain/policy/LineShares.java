package io.credithub.domain.policy;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Part;
import java.util.List;

/// Decides what an award adds to each requirement line, on bit masks: this runs for every record.
final class LineShares {
    private final Line[] lines;
    private final int[] levelMasks;
    private final int[] formMasks;

    LineShares(List<Line> lines) {
        this.lines = lines.toArray(Line[]::new);
        levelMasks = new int[this.lines.length];
        formMasks = new int[this.lines.length];
        for (int line = 0; line < this.lines.length; line++) {
            Scope scope = this.lines[line].scope();
            for (Level level : scope.levels()) levelMasks[line] |= 1 << level.code();
            for (Form form : scope.forms()) formMasks[line] |= 1 << form.code();
        }
    }

    int count() {
        return lines.length;
    }

    /// @return the whole amount on every line that counts a training of this form
    long[] whole(Facts facts, long hundredths) {
        long[] shares = new long[lines.length];
        if (hundredths == 0) return shares;
        int form = 1 << facts.training().form().code();
        for (int line = 0; line < lines.length; line++) {
            if (counts(line, facts) && (formMasks[line] == 0 || (formMasks[line] & form) != 0)) {
                shares[line] = hundredths;
            }
        }
        return shares;
    }

    /// @param amount what the parts of the forms of a mask are worth, bonus and rounding included
    long[] byParts(Facts facts, long hundredths, AmountOfForms amount) {
        long[] shares = whole(facts, hundredths);
        for (int line = 0; line < lines.length; line++) {
            if (hundredths != 0 && formMasks[line] != 0 && counts(line, facts)) {
                shares[line] = amount.of(formMasks[line]);
            }
        }
        return shares;
    }

    static boolean has(int formMask, Part part) {
        return (formMask & (1 << part.form().code())) != 0;
    }

    private boolean counts(int line, Facts facts) {
        int mask = levelMasks[line];
        String theme = lines[line].scope().theme();
        return (mask == 0 || (mask & (1 << facts.level().code())) != 0)
                && (theme == null || facts.themes().contains(theme));
    }

    /// The credits in hundredths that the parts of some forms are worth.
    interface AmountOfForms {
        long of(int formMask);
    }
}
