package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import java.util.Arrays;

/// What one completion is worth. Its parts add up: `experience + quality + practice = credits`.
///
/// @param experience 研训经历, for the hours
/// @param quality 研训质量, for the grade
/// @param practice 实践应用, for results of a teacher's own work
/// @param schoolYear of the completion date
/// @param rule its place in [Policy#rules()]
/// @param lines what it adds to each row of [Policy#requirements()], the first of which are the
///   [Policy#lines()], in hundredths; not to be changed
@Article("三(三)")
public record Award(
        Credits credits,
        Credits experience,
        Credits quality,
        Credits practice,
        int schoolYear,
        int rule,
        long[] lines) {

    /// Arrays compare by identity; two equal awards have equal lines.
    @Override
    public boolean equals(Object other) {
        return other instanceof Award that
                && credits.equals(that.credits)
                && experience.equals(that.experience)
                && quality.equals(that.quality)
                && practice.equals(that.practice)
                && schoolYear == that.schoolYear
                && rule == that.rule
                && Arrays.equals(lines, that.lines);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * credits.hashCode() + schoolYear) + Arrays.hashCode(lines);
    }

    @Override
    public String toString() {
        return "Award[credits=%s, experience=%s, quality=%s, practice=%s, schoolYear=%d, rule=%d, lines=%s]"
                .formatted(
                        credits,
                        experience,
                        quality,
                        practice,
                        schoolYear,
                        rule,
                        Arrays.toString(lines));
    }
}
