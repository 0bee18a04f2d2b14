package io.credithub.domain.report;

import io.credithub.domain.Text;

/// The terms of a figure; here those of lists of teachers.
///
/// @param key its name in JSON
/// @param meaning what it counts
record FigureTerms(String key, ReportUnit unit, Text term, Text meaning) {
    static final FigureTerms REQUIRED =
            of(
                    "required",
                    ReportUnit.CREDITS,
                    "应修学分",
                    "credits required",
                    "学年或周期要求的学分,减免后;周期中途登记的按学年折算",
                    "Credits asked of the year or the cycle, after exemptions; pro-rated for who"
                            + " came in the middle of a cycle.");

    static final FigureTerms MISSING =
            of(
                    "missing",
                    ReportUnit.CREDITS,
                    "尚缺学分",
                    "credits missing",
                    "至应修学分所缺,结转与借贷之后;未达的单项要求另列",
                    "Up to what is required in all, after what was carried in and borrowed; floors"
                            + " are listed beside.");

    static final FigureTerms BORROWED =
            of(
                    "borrowed",
                    ReportUnit.CREDITS,
                    "借贷学分",
                    "credits borrowed",
                    "为该学年或周期各学年所借、仍有效的学分",
                    "What is in force of the loans for the year, or for the years of the cycle.");

    static final FigureTerms QUALIFIED =
            of(
                    "qualified",
                    ReportUnit.TEACHERS,
                    "合格教师",
                    "teachers qualified",
                    "结论为合格的教师:要求已达到,学年或周期未结束的亦计;借贷、免修的不计",
                    "Teachers of the verdict qualified: what is asked is there, though the year or"
                        + " the cycle may still run; without those who borrowed or are exempt.");

    static final FigureTerms SHORT =
            of(
                    "short",
                    ReportUnit.TEACHERS,
                    "不合格教师",
                    "teachers short",
                    "结论为不合格的教师:学年或周期已结束或已审定,要求未达到",
                    "Teachers of the verdict short: the year or the cycle is over or decided, and"
                            + " something is missing.");

    static FigureTerms of(
            String key, ReportUnit unit, String zh, String en, String meaningZh, String meaningEn) {
        return new FigureTerms(key, unit, new Text(zh, en), new Text(meaningZh, meaningEn));
    }

    CellType type() {
        return switch (unit) {
            case HOURS, CREDITS -> CellType.HUNDREDTHS;
            case SHARE -> CellType.SHARE;
            case RECORDS, PERSON_TIMES, TEACHERS, WHOLE_CREDITS, DELIVERIES, BREAKS, DAYS ->
                    CellType.COUNT;
            case NONE -> CellType.WORDS;
        };
    }
}
