package io.credithub.domain.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.NormalForm;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreNameTest {
    private static final List<String> WHOLE_NAMES =
            List.of(
                    "国培计划乡村骨干教师培训",
                    "省级骨干教师培训",
                    "班主任能力提升专题培训",
                    "十四五期间师德师风建设",
                    "信息技术应用能力提升工程20",
                    "中小学校长任职资格培训",
                    "AI助教应用培训",
                    "大学英语教师研修");
    private static final List<String> ADDITIONS =
            List.of(
                    "第1期",
                    "第十二期",
                    "(第三批)",
                    "【2023】",
                    "〔二〇二三年〕",
                    "（2022-2023学年）",
                    "[第2轮]",
                    "(2期)",
                    "：",
                    "——",
                    "《》",
                    " ",
                    "(第1期,2023年)");

    @ParameterizedTest(name = "{0}: {1} and {2}: {3}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    骨干教师培训第1期 | 骨干教师培训 | '' | a session behind it
                    骨干教师培训第十二期 | 骨干教师培训 | '' | in Chinese numerals
                    骨干教师培训第１２期 | 骨干教师培训 | '' | in full width
                    第二批骨干教师培训 | 骨干教师培训 | '' | a batch before it
                    第三轮骨干教师培训 | 骨干教师培训 | '' | a round
                    第2轮班主任培训 | 班主任培训 | '' | 轮 and 班 are no word here
                    第一批次新教师培训 | 新教师培训 | '' | 批次
                    骨干教师培训2期 | 骨干教师培训 | '' | 期 without 第, at the end
                    二期骨干教师培训 | 骨干教师培训 | '' | and at the beginning
                    十四五期间骨干教师培训 | 十四五期间骨干教师培训 | '' | a word that looks like a session
                    “十四五”期间骨干教师培训 | 十四五期间骨干教师培训 | '' | the same in quotation marks
                    新学期教师培训 | 新学期教师培训 | '' | a word that ends in 期
                    三年级语文教师培训 | 三年级语文教师培训 | '' | a grade is no year
                    2023年骨干教师培训 | 骨干教师培训 | '' | a year
                    骨干教师培训2023 | 骨干教师培训 | '' | the number alone
                    2022-2023学年骨干教师培训 | 骨干教师培训 | '' | a school year
                    2022—2023学年度骨干教师培训 | 骨干教师培训 | '' | with a long dash
                    22-23学年骨干教师培训 | 骨干教师培训 | '' | in short
                    2022-23学年骨干教师培训 | 骨干教师培训 | '' | half in short
                    2023年度骨干教师培训 | 骨干教师培训 | '' | 年度
                    二〇二三年骨干教师培训 | 骨干教师培训 | '' | in Chinese digits
                    二○二三年骨干教师培训 | 骨干教师培训 | '' | with a circle for a zero
                    12023号项目骨干教师培训 | 12023号项目骨干教师培训 | '' | a longer number is no year
                    2100年展望教师培训 | 2100年展望教师培训 | '' | nor is one of another century
                    二十大精神专题培训 | 二十大精神专题培训 | '' | 二十大 is no year
                    2023年秋季校本研修 | 秋季校本研修 | '' | the season stays: it is another training
                    《课程标准》培训 | 课程标准培训 | '' | a book title loses its marks
                    “省级骨干”教师培训 | 省级骨干教师培训 | '' | quotation marks likewise
                    「双减」专题培训 | 双减专题培训 | '' | whatever their kind
                    "双师"混合研修 | 双师混合研修 | '' | straight ones
                    骨干教师培训（语文） | 骨干教师培训 | 语文 | a subject in brackets qualifies
                    骨干教师培训【语文】 | 骨干教师培训 | 语文 | whatever the brackets
                    骨干教师培训〔语文〕 | 骨干教师培训 | 语文 | whatever the brackets
                    骨干教师培训(语文,第1期,2022) | 骨干教师培训 | 语文 | beside session and year
                    骨干教师培训(2022 第1期) | 骨干教师培训 | '' | session and year alone qualify nothing
                    骨干教师培训(2022-2) | 骨干教师培训 | 2 | what is left of a number does
                    骨干教师培训(一) | 骨干教师培训 | 一 | and so does a part
                    国培计划(2022)乡村骨干教师培训(语文)第1期 | 国培计划乡村骨干教师培训 | 语文 | brackets in the middle
                    骨干教师培训(语文)(初中) | 骨干教师培训 | 语文初中 | two of them
                    骨干教师培训(语文[第1期]) | 骨干教师培训 | 语文 | one in another
                    骨干教师培训(山西大学) | 骨干教师培训 | '' | a university in brackets
                    骨干教师培训(承办:太原师范学院) | 骨干教师培训 | '' | and what it did
                    (省级骨干教师培训) | 省级骨干教师培训 | '' | brackets around all of it are marks
                    【国培计划】(2022) | 国培计划 | '' | nothing is left outside
                    骨干教师培训(语文 | 骨干教师培训语文 | '' | a bracket that is never closed
                    骨干教师)培训 | 骨干教师培训 | '' | nor opened
                    国培计划—乡村·骨干——教师培训 | 国培计划乡村骨干教师培训 | '' | dashes and dots
                    STEM 教育 培训 | stem教育培训 | '' | case and blanks
                    互联网+教育 培训 | 互联网教育培训 | '' | symbols
                    山西大学骨干教师培训 | 骨干教师培训 | '' | a university before it
                    太原市教育局骨干教师培训 | 骨干教师培训 | '' | an office
                    山西省教育厅太原师范学院骨干教师培训 | 骨干教师培训 | '' | two of them
                    山西省教师发展中心:骨干教师培训 | 骨干教师培训 | '' | a centre and a colon
                    某某教育科技有限公司骨干教师培训 | 骨干教师培训 | '' | a company
                    山西大学四字教师 | 四字教师 | '' | four are enough
                    山西大学三个字 | 山西大学三个字 | '' | three are not
                    大学英语教师研修 | 大学英语教师研修 | '' | 大学 is no body by itself
                    中心校校长任职培训 | 中心校校长任职培训 | '' | nor 中心
                    乡镇中心小学校长培训 | 乡镇中心小学校长培训 | '' | part of a word
                    县教育局长任职培训 | 县教育局长任职培训 | '' | part of a word
                    国家智慧教育平台应用能力培训 | 国家智慧教育平台应用能力培训 | '' | what the training is about
                    以学生为中心教学设计培训 | 以学生为中心教学设计培训 | '' | what the training is about
                    骨干教师赴北京师范大学研修培训班 | 骨干教师赴北京师范大学研修培训班 | '' | where it went
                    中小学校长培训班 | 中小学校长培训班 | '' | 学校 is in the middle of it
                    第3期 | 第3期 | '' | nothing else: the name itself
                    2023 | 2023 | '' | nothing else: the name itself
                    !!! | !!! | '' | nothing else: the name itself
                    """)
    void hasACoreAndAQualifier(String name, String core, String qualifier, String why) {
        assertThat(of(name, null)).as(why).isEqualTo(new CoreName(core, qualifier));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    太原五中骨干教师培训 | 太原五中 | 骨干教师培训 | the organiser that the source states
                    太原五中:骨干教师培训 | 太原五中 | 骨干教师培训 | with a colon
                    骨干教师培训(太原五中) | 太原五中 | 骨干教师培训 | in brackets
                    研修网(北京)骨干教师培训 | 研修网(北京) | 研修网骨干教师培训 | its own bracket is dropped with all brackets
                    太原五中三个字 | 太原五中 | 太原五中三个字 | too little would remain
                    太原五中骨干教师培训 | 太原六中 | 太原五中骨干教师培训 | another body
                    骨干教师培训太原五中 | 太原五中 | 骨干教师培训太原五中 | not before it
                    """)
    void losesTheStatedOrganiser(String name, String organiser, String core, String why) {
        assertThat(of(name, organiser).core()).as(why).isEqualTo(core);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    国培计划(2022)骨干教师培训 | 国培计划骨干教师培训第2期 | true | session and year apart
                    骨干教师培训(语文) | 骨干教师培训 | true | one does not say the subject
                    骨干教师培训(语文) | 骨干教师培训(数学) | false | both do, and they differ
                    骨干教师培训(语文)第1期 | 骨干教师培训【语文】 | true | both do, and agree
                    山西大学骨干教师培训 | 骨干教师培训(2023) | true | the organiser before it
                    骨干教师培训 | 骨干教师研修 | false | another name
                    校本研修2022秋 | 校本研修2022春 | false | another season
                    """)
    void isLikeWhatDiffersInWhatSystemsAdd(String one, String other, boolean isLike, String why) {
        assertThat(of(one, null).isLike(of(other, null))).as(why).isEqualTo(isLike);
        assertThat(of(other, null).isLike(of(one, null))).as(why).isEqualTo(isLike);
    }

    @Test
    void theCoreOfACoreIsItself() {
        Random random = new Random(20_17_14);
        for (int i = 0; i < 20_000; i++) {
            String name = drawn(random);
            String core = of(name, null).core();
            assertThat(of(core, null).core()).as(name).isEqualTo(core);
            assertThat(core).as(name).isNotEmpty();
        }
    }

    @Test
    void sessionYearAndPunctuationNeverChangeTheCore() {
        for (String name : WHOLE_NAMES) {
            String core = of(name, null).core();
            for (String before : ADDITIONS) {
                for (String behind : ADDITIONS) {
                    String written = before + name + behind;
                    assertThat(of(written, null)).as(written).isEqualTo(new CoreName(core, ""));
                }
            }
        }
    }

    /// Pieces of names thrown together, so that what one rule leaves meets the next.
    private static String drawn(Random random) {
        String[] pieces = {
            "第", "期", "一", "20", "2", "23", "年", "学", "(", ")", "《", "》", "-", "山西", "大学", "教育局",
            "中心", "教师", "培训", "骨干", "十四五", "批", "轮", "·", "[", "】", "秋", "公司", "的", "."
        };
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(1, 14); i > 0; i--)
            name.append(pieces[random.nextInt(pieces.length)]);
        return name.toString();
    }

    private static CoreName of(String name, @Nullable String organiser) {
        return CoreName.of(
                new ProgrammeTitle(
                        NormalForm.programme(name),
                        null,
                        null,
                        organiser == null ? null : NormalForm.programme(organiser)));
    }
}
