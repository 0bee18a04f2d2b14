package io.credithub.domain.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.teacher.IdentityMatch.Agreement;
import io.credithub.domain.teacher.IdentityMatch.MatchVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of docs/teachers.md, line by line.
final class IdentityMatchTest {
    @ParameterizedTest(name = "number {0}, document {1}, name {2}, born {3}: {4}, {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AGREES  | AGREES  | SAME  | AGREES  | SAME     | nothing is new
                    AGREES  | AGREES  | OTHER | UNKNOWN | SAME     | a change of name
                    AGREES  | AGREES  | SAME  | DIFFERS | SAME     | a birth date is corrected
                    AGREES  | AGREES  | OTHER | DIFFERS | DOUBTFUL | two changes at once
                    AGREES  | UNKNOWN | SAME  | UNKNOWN | SAME     | number and name say enough
                    AGREES  | UNKNOWN | SAME  | DIFFERS | DOUBTFUL | a namesake may have it now
                    AGREES  | UNKNOWN | ALIKE | AGREES  | SAME     | a name is corrected
                    AGREES  | UNKNOWN | ALIKE | UNKNOWN | DOUBTFUL | mistyped, or a relative
                    AGREES  | UNKNOWN | ALIKE | DIFFERS | OTHER    | two things disagree
                    AGREES  | UNKNOWN | OTHER | AGREES  | DOUBTFUL | a change of name, perhaps
                    AGREES  | UNKNOWN | OTHER | UNKNOWN | OTHER    | a number that was given anew
                    AGREES  | DIFFERS | SAME  | AGREES  | SAME     | a document is corrected
                    AGREES  | DIFFERS | SAME  | UNKNOWN | SAME     | the same, without a birth date
                    AGREES  | DIFFERS | SAME  | DIFFERS | OTHER    | a namesake
                    AGREES  | DIFFERS | ALIKE | AGREES  | DOUBTFUL | two things disagree a little
                    AGREES  | DIFFERS | ALIKE | UNKNOWN | OTHER    | two things disagree
                    AGREES  | DIFFERS | OTHER | AGREES  | OTHER    | a number that was given anew
                    UNKNOWN | AGREES  | SAME  | UNKNOWN | SAME     | the document says enough
                    UNKNOWN | AGREES  | SAME  | DIFFERS | SAME     | a birth date is corrected
                    UNKNOWN | AGREES  | ALIKE | UNKNOWN | SAME     | a name is corrected
                    UNKNOWN | AGREES  | ALIKE | DIFFERS | DOUBTFUL | two things disagree
                    UNKNOWN | AGREES  | OTHER | AGREES  | DOUBTFUL | a change of name, perhaps
                    UNKNOWN | AGREES  | OTHER | UNKNOWN | OTHER    | a mistyped document
                    DIFFERS | AGREES  | SAME  | UNKNOWN | SAME     | another number for the same person
                    DIFFERS | AGREES  | SAME  | DIFFERS | DOUBTFUL | two things disagree
                    DIFFERS | AGREES  | ALIKE | AGREES  | DOUBTFUL | two things disagree a little
                    DIFFERS | AGREES  | ALIKE | UNKNOWN | OTHER    | two things disagree
                    DIFFERS | AGREES  | OTHER | AGREES  | OTHER    | a mistyped document
                    DIFFERS | UNKNOWN | SAME  | AGREES  | OTHER    | a namesake
                    UNKNOWN | DIFFERS | SAME  | AGREES  | OTHER    | a namesake
                    """)
    void whoItIsFollowsFromAllThatIsSaid(
            Agreement number,
            Agreement document,
            NameMatch name,
            Agreement born,
            MatchVerdict verdict,
            String why) {
        assertThat(new IdentityMatch(number, document, name, born).verdict())
                .as(why)
                .isEqualTo(verdict);
    }

    @Test
    void sayingMoreThatAgreesNeverMakesItSomebodyElse() {
        for (Agreement number : Agreement.values()) {
            for (Agreement document : Agreement.values()) {
                for (NameMatch name : NameMatch.values()) {
                    MatchVerdict agrees = verdict(number, document, name, Agreement.AGREES);
                    MatchVerdict unknown = verdict(number, document, name, Agreement.UNKNOWN);
                    MatchVerdict differs = verdict(number, document, name, Agreement.DIFFERS);
                    assertThat(agrees).isLessThanOrEqualTo(unknown);
                    assertThat(unknown).isLessThanOrEqualTo(differs);
                }
            }
        }
    }

    private static MatchVerdict verdict(
            Agreement number, Agreement document, NameMatch name, Agreement born) {
        return new IdentityMatch(number, document, name, born).verdict();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    张三         | 张三              | SAME
                    张伟         | 张玮              | ALIKE
                    李伟         | 张伟              | OTHER
                    张三         | 李四              | OTHER
                    欧阳娜       | 欧阳娜娜          | ALIKE
                    王小明       | 汪小明            | ALIKE
                    王小明       | 王大明            | ALIKE
                    王小明       | 王大伟            | OTHER
                    阿依古丽     | 阿依古丽·买买提   | ALIKE
                    吴           | 吴一              | OTHER
                    王𠮷         | 王吉              | ALIKE
                    """)
    void namesAreAlikeWhereOneCharacterIsMistyped(String one, String other, NameMatch match) {
        assertThat(NameMatch.of(one, other)).isEqualTo(match);
        assertThat(NameMatch.of(other, one)).isEqualTo(match);
    }
}
