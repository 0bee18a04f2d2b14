package io.credithub.flow.report.table;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticDimension;
import io.credithub.flow.report.table.TrainingStatisticFigures.TrainingStatisticKind;
import java.util.Map;

/// What the rows of a statistical return are called.
final class TrainingStatisticWords {
    /// Rules name categories as they like: one that is not here stands as its code.
    private static final Map<String, Text> CATEGORIES =
            Map.ofEntries(
                    Map.entry("AWARD", new Text("专业奖励", "awards")),
                    Map.entry("BOOK", new Text("著述", "books")),
                    Map.entry("DEGREE", new Text("学历学习", "degree study")),
                    Map.entry("DEGREE_STUDY", new Text("学历学习", "degree study")),
                    Map.entry("HONOUR", new Text("荣誉称号", "honours")),
                    Map.entry("LECTURE", new Text("专题讲座", "lectures")),
                    Map.entry("MENTORING", new Text("指导教师", "mentoring")),
                    Map.entry("OPEN_CLASS", new Text("公开课", "open classes")),
                    Map.entry("OTHER", new Text("其他成果", "other results")),
                    Map.entry("PAPER", new Text("论文", "papers")),
                    Map.entry("PROJECT", new Text("课题", "projects")));

    private TrainingStatisticWords() {}

    static String keyOf(TrainingStatisticDimension dimension) {
        return switch (dimension) {
            case LEVEL -> "levels";
            case KIND -> "kinds";
            case CATEGORY -> "categories";
            case FORM -> "forms";
        };
    }

    static Text titleOf(TrainingStatisticDimension dimension) {
        return switch (dimension) {
            case LEVEL -> new Text("按层次", "By level");
            case KIND -> new Text("按类别", "By kind");
            case CATEGORY -> new Text("自主研修成果与学历学习", "Own results and degree study");
            case FORM -> new Text("按形式", "By form");
        };
    }

    static Text of(Level level) {
        String en =
                switch (level) {
                    case NATIONAL -> "national";
                    case PROVINCE -> "province";
                    case CITY -> "city";
                    case COUNTY -> "county";
                    case SCHOOL -> "school";
                };
        return new Text(level.zh(), en);
    }

    static Text of(Form form) {
        String en =
                switch (form) {
                    case CENTRALISED -> "centralised";
                    case ONLINE -> "online";
                    case SCHOOL_BASED -> "school-based";
                    case BLENDED -> "blended";
                    case SELF_DIRECTED -> "self-directed";
                };
        return new Text(form.zh(), en);
    }

    static Text of(TrainingStatisticKind kind) {
        return switch (kind) {
            case TRAINING -> new Text("参加培训", "took part in trainings");
            case ROLE -> new Text("授课、组织、指导", "lectured, organised, mentored");
            case DEGREE -> new Text("学历学习", "degree study");
            case RESULT -> new Text("自主研修成果", "results of own work");
        };
    }

    static Text ofCategory(String category) {
        return CATEGORIES.getOrDefault(category, new Text(category, category));
    }
}
