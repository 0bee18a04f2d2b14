package io.credithub.mapping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.AwardTexts;
import io.credithub.fixtures.Policies;
import io.credithub.flow.feed.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The awards of a policy file are read strictly: one mistake is one problem, with its place.
final class AwardFieldsTest {
    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {AwardTexts.CAPPED, AwardTexts.IN_HOURS, AwardTexts.WEIGHTED})
    void theTextsAreInOrder(String awards) throws IOException {
        assertThat(problems(awards, "", "")).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    form: ONLINE, hours          | form: CENTRALISED, hours                 | /hours/3/form | 删除此条或改写前面的规则
                    form: ONLINE, hours          | levels: [CITY], form: CENTRALISED, hours | /hours/3/levels | 删除此条或改写前面的规则
                    themes: [ETHICS]             | themes: [ETHICS, ICT]                    | /hours/2/form | 每个组合只写一次
                    themes: [ETHICS]             | themes: [ethics]                         | /hours/2/themes/0 | 可用:A–Z, 0–9, _
                    themes: [ETHICS]             | themes: []                               | /hours/2/themes | 应为非空列表
                    themes: [ETHICS]             | themes: [A, A]                           | /hours/2/themes/1 | 可用:A–Z, 0–9, _
                    form: ONLINE, hours          | form: BLENDED, hours                     | /hours/3/form | 可用:CENTRALISED, ONLINE, SCHOOL_BASED
                    hoursPerCredit: 7            | hoursPerCredit: 0                        | /hours/3/hoursPerCredit | 写大于 0 的数
                    code: high                   | code: any                                | /multipliers/0/code | 每条规则用不同的代码
                    percent: 87.5                | percent: 0                               | /multipliers/2/percent | 写大于 0 的数
                    percent: 87.5                | percent: 1000.01                         | /multipliers/2/percent | 取 0–1000
                    percent: 87.5                | percent: 87.555                          | /multipliers/2/percent | 应为最多两位小数的数
                    forms: [ONLINE]              | forms: [BLENDED]                         | /multipliers/2/forms/0 | 可用:CENTRALISED, ONLINE, SCHOOL_BASED
                    forms: [ONLINE]              | form: ONLINE                             | /multipliers/2/form | 可用:
                    levels: [PROVINCE, NATIONAL] | levels: [TOWN]                           | /grades/0/levels/0 | 可用:CITY, COUNTY, NATIONAL, PROVINCE, SCHOOL
                    GOOD, percent: 110           | GOOD, levels: [CITY], percent: 110       | /grades | 每个层次都要写全四个等级
                    GOOD, percent: 110           | FAIL, percent: 110                       | /grades | 每个层次都要写全四个等级
                    EXCELLENT, percent: 130, levels: [PROVINCE, NATIONAL] | EXCELLENT, percent: 130 | /grades/1/grade | 删除此条,或移到更宽的一条之前
                    minimum: 0.75                | minimum: 0.75, exclusive: 1              | /attendance/exclusive | 应为true 或 false
                    credits: 12.34               | credits: 0                               | /eventMost/credits | 写大于 0 的数
                    credits: 12.34               | credits: 12.345                          | /eventMost/credits | 应为最多两位小数的数
                    rounding: {mode: DOWN        | rounding: {mode: SIDEWAYS                | /rounding/mode | 可用:DOWN, HALF_UP, UP
                    hoursPerCredit: 7            | hoursPerCredit: 9973.37                  | ^^ | 检查折算标准
                    """)
    void whatIsWrongWithHoursIsNamedWithItsPlace(
            String there, String instead, String path, String fix) throws IOException {
        assertThat(problems(AwardTexts.WEIGHTED, there, instead))
                .anySatisfy(problem -> {
                    assertThat(problem.path()).isEqualTo(path);
                    assertThat(problem.fix().zh()).startsWith(fix);
                })
                .allSatisfy(this::isWhole);
    }

    @ParameterizedTest(name = "{0} → {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    unit: HOUR            | unit: MINUTE                    | /unit | 可用:CREDIT, HOUR
                    unit: HOUR            | once: {}                        | /once/paragraph | 补上该键
                    code: lecture         | code: book                      | /results/2/code | 每条规则用不同的代码
                    category: BOOK        | category: PROJECT               | /results/1/code | 移到它之前,或删除此条
                    category: LECTURE     | category: BOOK                  | /results/2/code | 移到它之前,或删除此条
                    category: PROJECT     | role: STRANGER                  | /results/0/shares | 列出该角色,或去掉 role
                    fixed: 40             | fixed: 40.001                   | /results/0/fixed | 应为最多两位小数的数
                    fixed: 40             | most: 40                        | /results/0/fixed | 补上该键
                    code: lecture         | fixed: 1, code: lecture         | /results/2/ | fixed、perQuantity
                    per: 10000            | per: 0                          | /results/1/perQuantity/per | 写大于 0 的数
                    least: 15             | least: 31                       | /results/3/decided/least | 下限不得大于上限
                    of: 3                 | of: 0                           | /results/0/shares/1/of | 取 1–1000
                    of: 3                 | of: 3, percent: 33              | /results/0/shares/1/ | percent: 50 或 of: 3
                    of: 3                 | by: 3                           | /results/0/shares/1/ | percent: 50 或 of: 3
                    role: READER          | role: LEADER                    | /results/0/shares/2/role | 每个角色写一次
                    levels: [CITY]        | levels: [TOWN]                  | /results/2/levels/0 | 可用:CITY, COUNTY, NATIONAL, PROVINCE, SCHOOL
                    each: 7               | each: 10.01                     | ^^ | 检查折算标准
                    role: LECTURER        | role: PARTICIPANT               | /roles/0/role | 可用:LECTURER, MENTOR, ORGANISER
                    levels: [COUNTY]      | levels: [COUNTY, CITY]          | /roles/1/role | 每个角色、层次、形式只写一次
                    percent: 700          | of: 3, percent: 700             | /roles/0/ | percent: 50 或 of: 3
                    percent: 700          | share: 7                        | /roles/0/ | percent: 50 或 of: 3
                    percent: 700          | percent: 1000.01                | /roles/0/percent | 取 0–1000
                    forms: [ONLINE]       | forms: [BLENDED]                | /roles/2/forms/0 | 可用:CENTRALISED, ONLINE, SCHOOL_BASED
                    code: mentor          | code: lecturer                  | /roles/2/code | 每条规则用不同的代码
                    """)
    void whatIsWrongWithResultsIsNamedWithItsPlace(
            String there, String instead, String path, @Nullable String fix) throws IOException {
        assertThat(problems(AwardTexts.IN_HOURS, there, instead))
                .anySatisfy(problem -> {
                    assertThat(problem.path()).startsWith(path);
                    assertThat(problem.fix().zh()).startsWith(fix == null ? "" : fix);
                })
                .allSatisfy(this::isWhole);
    }

    private void isWhole(FileProblem problem) {
        assertThat(problem.file()).endsWith("shanxi-2017.yaml");
        assertThat(List.of(problem.message().zh(), problem.message().en())).doesNotContain("");
        assertThat(problem.fix().en()).isNotBlank();
    }

    private List<FileProblem> problems(String awards, String there, String instead)
            throws IOException {
        assertThat(awards).contains(there);
        String text = awards.replaceFirst(Pattern.quote(there), instead);
        Files.writeString(folder.resolve("shanxi-2017.yaml"), Policies.bodyWithAwards(text));
        return PolicyFiles.load(folder).problems();
    }
}
