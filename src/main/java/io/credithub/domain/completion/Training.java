package io.credithub.domain.completion;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done, as far as credit depends on it. Hours are 学时, in hundredths.
public sealed interface Training {
    Form form();

    /// Hours in hundredths; 0 for a self-directed result, which has none.
    int hourHundredths();

    /// One form, tied to hours and a grade: 集中, 网络 or 校本.
    ///
    /// @param attendance a share from 0 to 1, where the source gives it
    record Course(Form form, int hourHundredths, Grade grade, @Nullable BigDecimal attendance)
            implements Training {}

    /// Several forms in one training (混合).
    ///
    /// @param parts the split, which sums to the hours; empty where the source gives none
    record Blended(
            List<Part> parts, int hourHundredths, Grade grade, @Nullable BigDecimal attendance)
            implements Training {
        @Override
        public Form form() {
            return Form.BLENDED;
        }
    }

    /// A part of a blended training.
    record Part(Form form, int hourHundredths) {}

    /// A result of a teacher's own work (自主研修成果): paper, award, honour, book.
    ///
    /// @param quantity in the category's unit
    /// @param decidedCredits what a reviewer decided, where the category is a range
    record SelfDirected(
            String category,
            @Nullable String rank,
            @Nullable String role,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal decidedCredits)
            implements Training {
        /// The same result as a reviewer decided on it; null: before anybody has.
        public SelfDirected decided(@Nullable BigDecimal credits) {
            return new SelfDirected(category, rank, role, quantity, credits);
        }

        @Override
        public Form form() {
            return Form.SELF_DIRECTED;
        }

        @Override
        public int hourHundredths() {
            return 0;
        }
    }
}
