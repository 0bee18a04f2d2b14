package io.credithub.domain.report;

import io.credithub.domain.Text;

/// The figures that reports count, each under one name with one meaning wherever it stands.
/// `docs/reports.md` prints them from here.
public enum ReportFigure {
    DELIVERIES(
            "deliveries",
            ReportUnit.DELIVERIES,
            "批次",
            "deliveries",
            "数据源一次送达的数据;内容完全相同的再送不另计",
            "What a source handed over at once; the same bytes again are the same delivery."),
    DECLARED(
            "declared",
            ReportUnit.RECORDS,
            "申报",
            "declared",
            "来源申报的记录数;未申报的不计",
            "Records that the sources said they sent; nothing where they said nothing."),
    RECEIVED(
            "received",
            ReportUnit.RECORDS,
            "收到",
            "received",
            "送达的记录数,含重复送达",
            "Records that came, those sent again included."),
    REJECTED(
            "rejected",
            ReportUnit.RECORDS,
            "拒收",
            "rejected",
            "因数据问题未予接收、可更正后重报的记录",
            "Records refused for what they say; they may be corrected and sent again."),
    DUPLICATE(
            "duplicate",
            ReportUnit.RECORDS,
            "重复送达",
            "sent again",
            "同一来源、同一编号、同一内容的再送",
            "The same content of the same record of the same source, once more."),
    WAITING(
            "waiting",
            ReportUnit.RECORDS,
            "待匹配",
            "waiting",
            "花名册上尚无其人的记录",
            "Records whose teacher is not on the roster yet."),
    IN_FORCE(
            "inForce",
            ReportUnit.PERSON_TIMES,
            "入账",
            "in force",
            "计入学分的记录;一名教师的一次培训计一人次",
            "Records that count: one person-time for one training of one teacher."),
    ASIDE(
            "aside",
            ReportUnit.RECORDS,
            "并列",
            "set aside",
            "与入账记录为同一培训、来自另一系统的记录,不重复计分",
            "Records of other systems of a training that counts already: not counted twice."),
    HELD(
            "held",
            ReportUnit.RECORDS,
            "暂缓",
            "held",
            "来源无权报送、不合常理或疑似重复,待登记部门认定的记录",
            "Records that a registrar has yet to decide: not authorised, implausible, perhaps"
                    + " copies."),
    REFUSED(
            "refused",
            ReportUnit.RECORDS,
            "不予认定",
            "refused",
            "登记部门认定不计学分的记录",
            "Records that a registrar decided not to count."),
    SUPERSEDED(
            "superseded",
            ReportUnit.RECORDS,
            "更替",
            "superseded",
            "已被同一记录的更新内容取代的内容",
            "Contents that a later content of the same record took the place of."),
    WITHDRAWN(
            "withdrawn",
            ReportUnit.RECORDS,
            "撤回",
            "withdrawn",
            "来源撤回的记录",
            "Records that their source took back."),
    HOURS(
            "hours",
            ReportUnit.HOURS,
            "入账学时",
            "hours in force",
            "入账记录的学时合计",
            "Hours of the records in force."),
    CREDITS(
            "credits",
            ReportUnit.CREDITS,
            "入账学分",
            "credits in force",
            "入账记录折算的学分合计,未计上限",
            "Credits awarded for the records in force, before caps."),
    RECOGNISED(
            "recognised",
            ReportUnit.CREDITS,
            "认定学分",
            "credits recognised",
            "计上限、借贷之后认定的学分",
            "Credits after caps and loans."),
    TEACHERS(
            "teachers",
            ReportUnit.TEACHERS,
            "教师",
            "teachers",
            "花名册上属于本区划的教师,有无记录均计;借调、支教、跟岗的属于原单位",
            "Everybody on the roster who belongs there, with records or without; seconded teachers"
                    + " belong to their home school."),
    TEACHERS_IN_FORCE(
            "teachersInForce",
            ReportUnit.TEACHERS,
            "参训教师",
            "teachers trained",
            "有入账记录的教师,每人计一次",
            "Teachers with a record in force, each once."),
    REQUIRED(FigureTerms.REQUIRED),
    MISSING(FigureTerms.MISSING),
    BORROWED(FigureTerms.BORROWED),
    QUALIFIED(FigureTerms.QUALIFIED),
    SHORT(FigureTerms.SHORT),
    WITH_RECORDS(
            "withRecords",
            ReportUnit.TEACHERS,
            "有记录教师",
            "teachers with records",
            "有入账、并列、暂缓或不予认定的记录的教师,每人计一次",
            "Teachers with a record in force, aside, held or refused, each once."),
    WITHOUT_RECORDS(
            "withoutRecords",
            ReportUnit.TEACHERS,
            "无记录教师",
            "teachers without records",
            "教师减有记录教师",
            "Teachers less those with records."),
    MEAN_HOURS(
            "meanHours",
            ReportUnit.HOURS,
            "人均学时",
            "mean hours",
            "入账学时除以教师数,有无记录均计;四舍五入至百分之一",
            "Hours in force by teachers, with records or without; rounded half up to a hundredth."),
    BREAKS(
            "breaks",
            ReportUnit.BREAKS,
            "差异",
            "breaks",
            "对账发现的差异,每项只有一个代码",
            "Differences that reconciliation found, each under one code."),
    OPEN_BREAKS(
            "openBreaks",
            ReportUnit.BREAKS,
            "未处理差异",
            "open breaks",
            "尚未认可、更正的差异",
            "Breaks that are neither accepted nor corrected."),
    IN_QUESTION(
            "inQuestion",
            ReportUnit.CREDITS,
            "存疑学分",
            "credits in question",
            "未处理差异双方学分之差的合计",
            "By how many credits the two sides of the open breaks differ."),
    OVERDUE_BREAKS(BreakTerms.OVERDUE_BREAKS),
    BREAK_AGE(BreakTerms.BREAK_AGE),
    HOURS_OURS(BreakTerms.HOURS_OURS),
    HOURS_THEIRS(BreakTerms.HOURS_THEIRS),
    CREDITS_OURS(BreakTerms.CREDITS_OURS),
    CREDITS_THEIRS(BreakTerms.CREDITS_THEIRS),
    ACCEPTED(SourceTerms.ACCEPTED),
    YEAR_RECORDS(SourceTerms.YEAR_RECORDS),
    MATCHED(SourceTerms.MATCHED),
    MATCH_RATE(SourceTerms.MATCH_RATE),
    REJECTED_SHARE(SourceTerms.REJECTED_SHARE),
    LATE(SourceTerms.LATE),
    LATE_SHARE(SourceTerms.LATE_SHARE),
    MEDIAN_DAYS(SourceTerms.MEDIAN_DAYS),
    SILENCE(SourceTerms.SILENCE),
    LONGEST_SILENCE(SourceTerms.LONGEST_SILENCE),
    PARTICIPATION(
            "participation",
            ReportUnit.SHARE,
            "参训率",
            "share trained",
            "参训教师占教师的比例",
            "Share of the teachers who have a record in force."),
    MEAN_HOURS_TRAINED(
            "meanHoursTrained",
            ReportUnit.HOURS,
            "参训人均学时",
            "mean hours of those trained",
            "入账学时除以该行参训教师人数,四舍五入至百分之一学时",
            "Hours in force by the teachers trained of the same row, rounded half up to a"
                    + " hundredth."),
    WHOLE_CREDITS(ExportTerms.WHOLE_CREDITS),
    ROUNDING(ExportTerms.ROUNDING),
    CHANGED_CYCLES(ImpactTerms.CHANGED_CYCLES),
    CHANGED_AWARDS(ImpactTerms.CHANGED_AWARDS),
    GAINING(ImpactTerms.GAINING),
    LOSING(ImpactTerms.LOSING),
    EARNED_BEFORE(ImpactTerms.EARNED_BEFORE),
    EARNED_AFTER(ImpactTerms.EARNED_AFTER),
    RECOGNISED_BEFORE(ImpactTerms.RECOGNISED_BEFORE),
    RECOGNISED_AFTER(ImpactTerms.RECOGNISED_AFTER),
    RECOGNISED_CHANGE(ImpactTerms.RECOGNISED_CHANGE),
    NEWLY_QUALIFIED(ImpactTerms.NEWLY_QUALIFIED),
    NO_LONGER_QUALIFIED(ImpactTerms.NO_LONGER_QUALIFIED),
    SHARE(
            "share",
            ReportUnit.SHARE,
            "比例",
            "share",
            "四舍五入至万分之一;合计行由合计数计算",
            "Rounded half up to a hundredth of a percent; under a table, of the sums."),
    CARRIED_IN(PersonFigureTerms.CARRIED_IN),
    OWED(PersonFigureTerms.OWED),
    REPAID(PersonFigureTerms.REPAID),
    WORTH(PersonFigureTerms.WORTH);

    private final FigureTerms terms;

    ReportFigure(
            String key, ReportUnit unit, String zh, String en, String meaningZh, String meaningEn) {
        this(FigureTerms.of(key, unit, zh, en, meaningZh, meaningEn));
    }

    ReportFigure(FigureTerms terms) {
        this.terms = terms;
    }

    public String key() {
        return terms.key();
    }

    public ReportUnit unit() {
        return terms.unit();
    }

    public Text term() {
        return terms.term();
    }

    public Text meaning() {
        return terms.meaning();
    }

    CellType type() {
        return terms.type();
    }
}
