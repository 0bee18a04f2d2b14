package io.credithub.domain.programme;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body that ran a training, before its name: the one that the source states, or what ends as
/// names of universities, offices and companies do. It is cut only where enough of a name remains,
/// and not where the unit is what the training is about: 中心校校长, 教育局长, 平台应用.
final class UnitPrefix {
    /// Less than that is no name of a training: 山西大学培训 stays as it is.
    private static final int REST_MIN = 4;

    private static final String UNIT =
            "(?:大学|学院|师范学校|进修学校|职业学校|教育厅|教育局|教体局|教科局|教研室|研究院|研究所|研修院|" + "电教馆|出版社|协会|中心|平台|公司)";

    /// What makes a word of the unit and what follows it.
    private static final String PART_OF_A_WORD =
            "(?:的|生|长|院长|校|小学|学校|中学|园|幼儿园|组|化|式|型|主任|发言|思想|任务|环节|建设|管理|应用|使用|操作|运营|"
                    + "推广|工作|人事|干部|机关|出版|教材)";

    /// What is in no name of a body, but in what a training is about.
    private static final String ABOUT =
            "(?:赴|在|与|和|以|为|向|骨干|班主任|校长|园长|能力|提升|课堂|课程|学科|专题|新时代|走进|基于|培训(?!中心|学院|学校|平台|有限)|"
                    + "研修(?!院|中心|学院|学校|平台|网))";

    private static final String NAME = "(?:(?!" + ABOUT + ")\\p{L}){2,20}?";
    private static final Pattern PREFIX =
            Pattern.compile("^" + NAME + UNIT + "(?!" + UNIT + "|" + PART_OF_A_WORD + ")");
    private static final Pattern WHOLE = Pattern.compile(NAME + UNIT);
    private static final Pattern RAN_IT = Pattern.compile("(?:主办|承办|协办|举办|组织)(?:单位)?|单位");

    private UnitPrefix() {}

    /// @param bare without punctuation
    /// @param organiser the same; null if none is stated
    static String cut(String bare, @Nullable String organiser) {
        if (organiser != null && !organiser.isEmpty() && bare.startsWith(organiser)) {
            String rest = bare.substring(organiser.length());
            if (isEnough(rest)) return rest;
        }
        Matcher prefix = PREFIX.matcher(bare);
        if (!prefix.find()) return bare;
        String rest = bare.substring(prefix.end());
        return isEnough(rest) ? rest : bare;
    }

    /// Whether a piece of text names a body and nothing else, or says what it did.
    static boolean isUnit(String piece, @Nullable String organiser) {
        return piece.equals(organiser)
                || WHOLE.matcher(piece).matches()
                || RAN_IT.matcher(piece).matches();
    }

    private static boolean isEnough(String rest) {
        return rest.codePointCount(0, rest.length()) >= REST_MIN;
    }
}
