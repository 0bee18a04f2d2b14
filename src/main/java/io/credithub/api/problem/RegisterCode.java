package io.credithub.api.problem;

import io.credithub.domain.programme.RegisterRefusal;

/// The closed list of why the programme register stays as it is, beside [ProblemCode].
public enum RegisterCode implements Coded {
    OWN_NAME(
            "HUB-2211",
            "这是项目的名称,不是别名",
            "it is the programme's own name, not an alias",
            "名称的更正通过导入办理",
            "to correct the name, import the entry anew"),
    TOO_MANY_ALIASES(
            "HUB-2212",
            "该项目的别名已达上限",
            "the programme has as many aliases as one may have",
            "撤下不再使用的别名",
            "take aliases away that nobody uses"),
    IS_JOINED(
            "HUB-2213",
            "该项目已并入另一项目",
            "the programme was joined to another",
            "改对并入的项目办理,或先行拆分",
            "ask it of the one that it was joined to, or part them first"),
    SAME_ENTRY(
            "HUB-2214",
            "两个编号已是同一项目",
            "both codes are one programme already",
            "无需处理",
            "there is nothing to do"),
    NOT_JOINED(
            "HUB-2215",
            "该项目未并入其他项目",
            "the programme was joined to none",
            "查看项目的经过",
            "see the programme's history"),
    IS_WITHDRAWN(
            "HUB-2216",
            "该项目已整体撤销",
            "the programme is withdrawn",
            "如需恢复,先取消撤销",
            "to go on with it, undo the withdrawal first"),
    NOT_WITHDRAWN(
            "HUB-2217",
            "该项目未被撤销",
            "the programme is not withdrawn",
            "查看项目的状态;撤销的项目只能与撤销的项目合并",
            "see the programme's state; one that is withdrawn is joined to one that is"),
    TOO_MANY_ENTRIES(
            "HUB-2218",
            "项目库的项目数将超过上限",
            "the register would have more entries than it may",
            "清理文件后重新导入",
            "tidy the file up and send it again");

    private final CodeMeaning told;

    RegisterCode(String code, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, 409, zh, en, remedyZh, remedyEn);
    }

    public static RegisterCode of(RegisterRefusal why) {
        return switch (why) {
            case OWN_NAME -> OWN_NAME;
            case TOO_MANY_ALIASES -> TOO_MANY_ALIASES;
            case IS_JOINED -> IS_JOINED;
            case SAME_ENTRY -> SAME_ENTRY;
            case NOT_JOINED -> NOT_JOINED;
            case IS_WITHDRAWN -> IS_WITHDRAWN;
            case NOT_WITHDRAWN -> NOT_WITHDRAWN;
            case TOO_MANY_ENTRIES -> TOO_MANY_ENTRIES;
        };
    }

    @Override
    public CodeMeaning told() {
        return told;
    }
}
