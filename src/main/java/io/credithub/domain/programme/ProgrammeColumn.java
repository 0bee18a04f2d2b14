package io.credithub.domain.programme;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns that a register file may have, by an English or a Chinese name. What a file has no
/// column for is unknown, and stays as it is.
public enum ProgrammeColumn {
    CODE("code", "项目编号"),
    NAME("name", "项目名称"),
    /// Several are separated by `|`.
    ALIASES("aliases", "别名"),
    LEVEL("level", "层次"),
    FORM("form", "形式"),
    HOURS("hours", "学时"),
    ORGANISER("organiser", "举办单位"),
    STARTS_ON("starts_on", "开始日期"),
    ENDS_ON("ends_on", "结束日期"),
    /// `140105=30;140106=20`, or a column `places:140105` for each county.
    PLACES("places", "分县名额");

    private final String english;
    private final String chinese;

    ProgrammeColumn(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /// `starts_on` and so on.
    public String column() {
        return english;
    }

    /// `开始日期` and so on.
    public String chinese() {
        return chinese;
    }

    /// @param column in any case
    public static @Nullable ProgrammeColumn of(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        for (ProgrammeColumn one : values()) {
            if (one.english.equals(name) || one.chinese.equals(name)) return one;
        }
        return null;
    }

    /// The terms that hold after a file has spoken of some columns.
    ///
    /// @param said of which only what these columns are about counts
    static ProgrammeTerms over(
            ProgrammeTerms before, ProgrammeTerms said, Set<ProgrammeColumn> columns) {
        Map<ProgrammeColumn, ProgrammeTerms> of = new EnumMap<>(ProgrammeColumn.class);
        for (ProgrammeColumn column : List.of(values())) {
            of.put(column, columns.contains(column) ? said : before);
        }
        return new ProgrammeTerms(
                of.getOrDefault(NAME, before).name(),
                of.getOrDefault(LEVEL, before).level(),
                of.getOrDefault(FORM, before).form(),
                of.getOrDefault(HOURS, before).hourHundredths(),
                of.getOrDefault(ORGANISER, before).organiser(),
                of.getOrDefault(STARTS_ON, before).startsOn(),
                of.getOrDefault(ENDS_ON, before).endsOn(),
                of.getOrDefault(PLACES, before).places());
    }
}
