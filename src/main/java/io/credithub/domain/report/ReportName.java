package io.credithub.domain.report;

import io.credithub.domain.Text;
import java.util.Arrays;
import java.util.Optional;

/// The reports there are.
public enum ReportName {
    STATEMENT(
            "statement",
            "学年对账表",
            "Reconciliation statement of a school year",
            "一个区划一学年的收、账、差:按数据源并列申报、收到、入账、并列、暂缓、拒收、学时、学分和上年数," + "差异按代码和责任方列明,另有教师覆盖情况",
            "What a place's sources declared and sent in a school year, and what became of it, side"
                + " by side and beside the year before; breaks by code and owner; how many teachers"
                + " have records."),
    ROLL_UP(
            "roll-up",
            "学年汇总表",
            "Roll-up of a school year by division",
            "一个市或全省的各区划,每区划一行;无记录的区划亦列出",
            "A city or the province: a line for each division, those without records too."),
    TEACHERS(
            "teachers",
            "教师名单",
            "List of teachers by verdict",
            "合格、学分不足及所缺、借贷、免修、未登记、新任教师的名单",
            "Who is qualified, who is short and of what, who borrowed, is exempt, is not registered"
                    + " or is new."),
    BREAKS(
            "breaks",
            "差异清单",
            "Breaks with their ages",
            "对账差异逐项列明:代码、责任方、涉及学分、已挂天数、处理状态",
            "Each difference that reconciliation found: code, owner, credits, age and what became"
                    + " of it."),
    SOURCES(
            "sources",
            "数据源评分表",
            "Scorecard of sources",
            "各数据源的相符率、迟报、拒收和停报",
            "Of each source: how much of it agrees, comes late, is refused, and how long it is"
                    + " silent."),
    STATISTICS(
            "statistics",
            "培训统计表",
            "Statistical return of trainings",
            "按层次、学校、学校类别统计的参训人数、人次和人均学时",
            "Teachers, person-times and mean hours by level, school and kind of school."),
    RUN_SUMMARY(
            "run-summary",
            "对账批次汇总",
            "Summary of a run of reconciliation",
            "一次对账比对了什么、发现什么、与上次相比有何变化",
            "What a run of reconciliation compared, what it found, and what changed by it."),
    DELIVERY_RECEIPT(
            "delivery-receipt",
            "送达回执",
            "Receipt of a delivery",
            "一次送达申报、收到、入账、拒收、待匹配各多少,以及问题代码",
            "What a delivery declared, what was received of it, and what became of each record."),
    RULE_IMPACT(
            "rule-impact",
            "规则变更影响",
            "Impact of a change of rules",
            "一次试算:各区划多少教师的学分增减、前后学分、合格结论的变化,差额最大的教师,新旧规则对照",
            "Of a recomputation: by division, who gains and who loses, credits before and after,"
                    + " verdicts that change, the biggest differences, old rules and new."),
    NATIONAL_EXPORT(
            "national-export",
            "全国教师系统上报表",
            "Export to the national teacher system",
            "每名教师一学年的学时与学分:学分按四舍五入取整,精确值与取整差并列",
            "Of each teacher a school year's hours and credits: whole credits, rounded half up, the"
                    + " exact ones and the difference beside them."),
    TEACHER_STATEMENT(
            "teacher-statement",
            "教师学分账单",
            "Statement of a teacher's credits",
            "一名教师一个周期的学分:各学年、各项要求、入账记录及依据条款、暂缓与冲销、借贷与减免、尚缺及补足途径",
            "A teacher's cycle: its years and requirements, each record with its paragraph, what"
                    + " does not count and why, loans and exemptions, and what would fill what is"
                    + " missing."),
    CERTIFICATE(
            "certificate",
            "学分证明",
            "Certificate of credits",
            "一份已签发的学分证明,印成一页,附验证网址和二维码",
            "A certificate that was issued, on one sheet, with the address and the QR code to"
                    + " verify it by.");

    private final String code;
    private final Text title;
    private final Text about;

    ReportName(String code, String zh, String en, String aboutZh, String aboutEn) {
        this.code = code;
        this.title = new Text(zh, en);
        this.about = new Text(aboutZh, aboutEn);
    }

    /// As it is asked for.
    public String code() {
        return code;
    }

    public Text title() {
        return title;
    }

    /// What is in it. `docs/reports.md` prints it from here.
    public Text about() {
        return about;
    }

    /// Whether its rows may tell of single persons: what was kept of it goes when one is erased.
    public boolean namesPersons() {
        return switch (this) {
            case TEACHERS,
                    BREAKS,
                    DELIVERY_RECEIPT,
                    RULE_IMPACT,
                    NATIONAL_EXPORT,
                    TEACHER_STATEMENT,
                    CERTIFICATE ->
                    true;
            case STATEMENT, ROLL_UP, SOURCES, STATISTICS, RUN_SUMMARY -> false;
        };
    }

    /// Whether it is a paper about one person.
    public boolean isOfOnePerson() {
        return this == TEACHER_STATEMENT || this == CERTIFICATE;
    }

    public static Optional<ReportName> of(String code) {
        return Arrays.stream(values()).filter(name -> name.code.equals(code)).findFirst();
    }
}
