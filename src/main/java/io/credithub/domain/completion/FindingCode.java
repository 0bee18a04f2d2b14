package io.credithub.domain.completion;

import io.credithub.domain.Text;

/// The closed list of findings about a record: `HUB-1xxx` is the provider's to mend, `HUB-2xxx` the
/// registrar's to decide. A code is never used again for something else.
public enum FindingCode {
    MALFORMED(
            "HUB-1001",
            "记录无法解析",
            "the record cannot be parsed",
            "按接口格式重新导出该记录",
            "export the record again in the agreed format"),
    UNKNOWN_FIELD(
            "HUB-1002",
            "字段不在规范内",
            "the field is not in the contract",
            "删除该字段或更正其名称",
            "remove the field or correct its name"),
    MISSING_FIELD(
            "HUB-1003",
            "缺少必填字段",
            "a required field is missing",
            "补齐该字段后重报",
            "add the field and send the record again"),
    WRONG_TYPE(
            "HUB-1004",
            "字段类型不符",
            "the field has the wrong type",
            "按规范的类型填写",
            "use the type that the contract gives"),
    OUT_OF_RANGE(
            "HUB-1005",
            "数值超出允许范围",
            "the value is out of range",
            "核对数值后重报",
            "check the value and send the record again"),
    BAD_DATE(
            "HUB-1006",
            "日期无效",
            "the date is not valid",
            "使用真实存在的日期(年-月-日)",
            "use a date that exists, as year-month-day"),
    FUTURE_DATE(
            "HUB-1007",
            "完成日期晚于今天",
            "the completion date is in the future",
            "结业后再报送",
            "send the record after completion"),
    UNKNOWN_CODE(
            "HUB-1008",
            "代码不在代码表内",
            "the code is not in the code table",
            "更正代码,或请运维人员补充代码表",
            "correct the code, or have the operator add it to the table"),
    BAD_ID_NUMBER(
            "HUB-1009",
            "证件号码校验不通过",
            "the ID number fails its check",
            "核对证件类型与号码",
            "check the type and number of the document"),
    NO_IDENTITY(
            "HUB-1010",
            "没有教师编号也没有证件号码",
            "neither a teacher number nor an ID document",
            "至少提供其中一项",
            "give at least one of the two"),
    PARTS_MISMATCH(
            "HUB-1011",
            "各部分学时之和不等于总学时",
            "the parts do not sum to the hours",
            "更正分项或总学时",
            "correct the parts or the total"),
    NOT_APPLICABLE(
            "HUB-1012",
            "该字段不适用于此培训形式",
            "the field does not apply to this form",
            "删除该字段",
            "remove the field"),
    NO_RULE(
            "HUB-1013",
            "政策中没有适用的折算规则",
            "no rule of the policy applies",
            "核对层次、形式与类别",
            "check level, form and category"),
    TOO_LONG("HUB-1014", "文本过长", "the text is too long", "缩短到规范长度以内", "shorten it"),
    WRONG_COLUMNS(
            "HUB-1015",
            "列数与表头不一致",
            "the row does not have the header's columns",
            "检查分隔符与引号",
            "check separators and quotes"),
    BAD_CHARACTER(
            "HUB-1016",
            "含有不允许的字符",
            "a character is not allowed",
            "去除控制字符或乱码",
            "remove control characters or broken text"),
    DUPLICATE_KEY("HUB-1017", "同一对象内键名重复", "a key occurs twice", "每个键只写一次", "write each key once"),
    UNKNOWN_TEACHER(
            "HUB-1018",
            "教师不在名册内",
            "the teacher is not in the roster",
            "核对教师编号,或先更新名册",
            "check the teacher number, or update the roster first"),
    REPEATED_TEACHER(
            "HUB-1019", "同一教师出现两次", "a teacher occurs twice", "每位教师只列一次", "list each teacher once"),
    NOT_OF_SCHOOL(
            "HUB-1020",
            "没有本校教师参与",
            "no teacher of the school takes part",
            "由参与教师的编制所在学校提交",
            "let the home school of a participant submit it"),
    UNKNOWN_COLUMN(
            "HUB-1040",
            "列名不在规范内",
            "the file has a column that the contract does not know",
            "更正列名,或删除该列后重新导入",
            "correct the column's name or remove the column, and send the file again"),
    REPEATED_COLUMN(
            "HUB-1041",
            "同一列出现两次",
            "a column occurs twice",
            "每列只保留一次后重新导入",
            "keep each column once and send the file again"),
    MISSING_COLUMN(
            "HUB-1042",
            "缺少必需的列",
            "a column is missing that the file cannot do without",
            "补上该列后重新导入",
            "add the column and send the file again"),
    DOUBTFUL_CHARSET(
            "HUB-1043",
            "无法确定文件编码",
            "the file's encoding cannot be told for certain",
            "另存为 UTF-8,或注明编码(Content-Type 的 charset 或 ?charset=)",
            "save it as UTF-8, or name its encoding (charset of Content-Type, or ?charset=)"),
    NO_TABLE(
            "HUB-1044",
            "文件不是带表头的 CSV",
            "the file is no CSV with a header",
            "另存为 CSV 后重新导入",
            "save it as CSV and send it again"),
    MOSTLY_REFUSED(
            "HUB-1028",
            "被拒的行过多,文件不像花名册",
            "so many rows are refused that the file is hardly a roster",
            "核对文件与列;取前一千行试导(dryRun=true),逐行查看原因",
            "check the file and its columns; send the first thousand rows as a trial"
                    + " (dryRun=true) to see why"),
    DATES_CONTRADICT(
            "HUB-1045",
            "日期与出生日期矛盾",
            "the date contradicts the birth date",
            "核对两个日期",
            "check both dates"),
    REPEATED_PROGRAMME(
            "HUB-1070",
            "同一项目编号出现两次",
            "the same programme code occurs twice",
            "每个项目只列一行;同一项目的其他名称写入别名列",
            "list each programme once; write its other names into the column aliases"),
    PERIOD_REVERSED(
            "HUB-1071",
            "结束日期早于开始日期",
            "the last day is before the first",
            "核对两个日期",
            "check both dates"),
    TOO_MANY_ROWS(
            "HUB-1072",
            "文件的行数超过上限",
            "the file has more rows than it may have",
            "分成几份,以增量方式(mode=delta)导入",
            "send it in several files, as a delta (mode=delta)"),
    UNPROCESSABLE(
            "HUB-1021",
            "系统未能处理该记录",
            "the record could not be processed: an error of the hub",
            "请联系运维人员;修复后重放该批次",
            "tell the operator, who replays the delivery once it is mended"),
    DISCARDED(
            "HUB-1022",
            "该记录所在分块已由运维人员作废",
            "an operator has discarded the chunk that the record is in",
            "与运维人员核对后重报",
            "ask the operator, then send the record again"),
    TOO_MANY_CONTENTS(
            "HUB-1025",
            "该记录的不同内容过多,不再受理",
            "the record has too many contents already",
            "停止改写该记录;确需更正的,撤销后以新的记录编号重报",
            "stop rewriting it; to correct it, withdraw it and report it under a new record id"),
    MORE_FINDINGS(
            "HUB-1026",
            "该记录还有更多问题,未逐一列出",
            "the record has more findings, which are not listed",
            "先更正已列出的问题",
            "correct the listed ones first"),
    ERASED(
            "HUB-1027",
            "该人信息已按规定删除,不再受理",
            "the person was erased by law: nothing about them is taken in",
            "停止报送此人;确需重新建档的,由登记机关办理",
            "stop reporting this person; to be taken in again, they ask the registrar"),
    VERSION_CONFLICT(
            "HUB-2001",
            "同一版本有两种不同内容",
            "two different contents under one version",
            "由来源单位确认并以更高版本重报",
            "the source confirms and sends a higher revision"),
    COPIES_DIFFER(
            "HUB-2002",
            "多个系统对同一培训的记录不一致",
            "systems differ about the same training",
            "由登记人员核对",
            "the registrar compares them"),
    IDENTITY_MISMATCH(
            "HUB-2003",
            "教师编号与证件号码指向不同的人",
            "number and document name different people",
            "核对教师身份信息",
            "check the teacher's identity"),
    NAME_DIFFERS(
            "HUB-2004",
            "姓名与名册不一致",
            "the name differs from the roster",
            "核对姓名或更新名册",
            "check the name or update the roster"),
    SPLIT_MISSING(
            "HUB-2005",
            "混合培训未给分项学时,按所得最少的形式计",
            "blended without a split: taken as the form that earns least",
            "补报分项学时",
            "send the split of hours"),
    CREDITS_DIFFER(
            "HUB-2006",
            "来源学分与折算结果不一致",
            "the source's credits differ from the award",
            "双方核对折算办法",
            "compare both conversions"),
    NOT_AUTHORISED(
            "HUB-2007",
            "来源无权报送,记录暂挂",
            "the feed may not report this: the record is held",
            "由登记人员核定是否放行,或修改数据源的报送范围",
            "the registrar releases or refuses it, or the feed's authority is changed"),
    IMPLAUSIBLE(
            "HUB-2008",
            "记录不合常理,暂挂",
            "the record is implausible: it is held",
            "由登记人员核实后放行或不予认定",
            "the registrar looks into it, and releases or refuses it"),
    SUSPECTED_COPY(
            "HUB-2009",
            "疑与另一记录为同一培训,暂挂",
            "perhaps the same training as another record: it is held",
            "由登记人员认定为同一培训或不同培训",
            "the registrar finds it to be the same training, or a different one"),
    REFUSED("HUB-2010", "登记人员不予认定", "refused by a registrar", "更正后重报或申请复核", "correct or appeal"),
    NUMBER_OF_ANOTHER(
            "HUB-2160",
            "该教师编号已属于另一人",
            "the teacher number is somebody else's",
            "核对编号;确为同一人或编号重新分配的,由登记人员处理",
            "check the number; if it is the same person or was given anew, a registrar decides"),
    DOCUMENT_OF_ANOTHER(
            "HUB-2161",
            "该证件号码已属于另一人",
            "the ID document is somebody else's",
            "核对证件号码;确为同一人的,由登记人员处理",
            "check the ID number; if it is the same person, a registrar decides"),
    NAME_CHANGED(
            "HUB-2162",
            "姓名已变更",
            "the name was changed",
            "如非更名,请更正名册",
            "if the person has not changed it, correct the roster"),
    NUMBER_CHANGED(
            "HUB-2163",
            "教师编号已变更",
            "the teacher number was changed",
            "如非换号,请由登记人员恢复",
            "if it is not so, have a registrar restore it"),
    DOCUMENT_CHANGED(
            "HUB-2164",
            "证件已变更",
            "the ID document was changed",
            "如非更正,请更正名册",
            "if it is no correction, correct the roster"),
    NOT_THE_PERSON(
            "HUB-2165",
            "记录所述的人与名册不符,暂不入账",
            "the record is about somebody else than the roster says: it waits",
            "核对编号、证件与姓名;由来源更正,或由登记人员处理",
            "check number, document and name; the source corrects it, or a registrar decides"),
    BIRTH_DATE_DIFFERS(
            "HUB-2166",
            "出生日期与名册不一致",
            "the birth date differs from the roster",
            "核对出生日期或更新名册",
            "check the birth date or update the roster"),
    SCHOOL_ELSEWHERE(
            "HUB-2167",
            "所报学校属于另一县",
            "the school is of another county than the teacher",
            "核对任教学校;调动的更新名册",
            "check the school; after a move, update the roster"),
    NOT_COMPARABLE(
            "HUB-2141",
            "该值只用于比对,无法比对,记录照常受理",
            "the value is for comparison only and cannot be compared; the record is taken",
            "更正该字段的取值,或不填",
            "correct the field's value, or leave it out"),
    HOME_DIVISION_UNKNOWN(
            "HUB-2150",
            "借调、交流教师的原单位所在县不明,暂按现单位所在县统计",
            "the county of the home school is not known: counted where the teacher works",
            "填写 home_division_code,或先导入原单位的花名册",
            "fill in home_division_code, or take in the roster of the home school");

    private final String code;
    private final Text message;
    private final Text remedy;

    FindingCode(String code, String zh, String en, String remedyZh, String remedyEn) {
        this.code = code;
        this.message = new Text(zh, en);
        this.remedy = new Text(remedyZh, remedyEn);
    }

    /// `HUB-1001` and so on.
    public String code() {
        return code;
    }

    public Text message() {
        return message;
    }

    /// What to do about it.
    public Text remedy() {
        return remedy;
    }

    /// Whether a record with this finding cannot be judged; otherwise it is judged and marked.
    public boolean rejects() {
        return code.startsWith("HUB-1");
    }
}
