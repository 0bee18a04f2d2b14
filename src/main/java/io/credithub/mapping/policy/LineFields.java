package io.credithub.mapping.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.RequirementLine.RequirementPeriod;
import io.credithub.domain.policy.terms.Scope;
import io.credithub.mapping.contract.Codes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the requirement lines of a policy file, in the order total, floors, caps, themes.
final class LineFields {
    private static final int CREDITS_MAX = 100_000;
    private static final Map<String, Level> LEVELS = Codes.byName(Level.values());
    private static final Map<String, Form> FORMS = Codes.byName(Form.values());
    private static final Map<String, RequirementPeriod> PERIODS =
            Codes.byName(RequirementPeriod.values());

    private LineFields() {}

    /// A line and its place in the file, where whatever is wrong with it is told.
    record PlacedField(StrictYaml at, RequirementLine line) {}

    /// @param most the cap of the school year, if there is one
    static List<PlacedField> read(StrictYaml cycle, @Nullable PlacedField most) {
        List<PlacedField> lines = new ArrayList<>();
        lines.add(line(RequirementLine.RequirementKind.TOTAL, cycle.object("total")));
        cycle.list("floors")
                .forEach(floor -> lines.add(line(RequirementLine.RequirementKind.FLOOR, floor)));
        if (most != null) lines.add(most);
        cycle.list("caps")
                .forEach(cap -> lines.add(line(RequirementLine.RequirementKind.CAP, cap)));
        cycle.list("themes")
                .forEach(theme -> lines.add(line(RequirementLine.RequirementKind.THEME, theme)));
        Set<String> keys = new HashSet<>();
        for (PlacedField placed : lines) {
            String key = placed.line().key();
            if (!keys.add(key)) {
                cycle.problem(
                        "",
                        new Text("键“" + key + "”重复。", "The key “" + key + "” occurs twice."),
                        new Text("每行用不同的键", "give each line a key of its own"));
            }
        }
        return lines;
    }

    private static PlacedField line(RequirementLine.RequirementKind kind, StrictYaml settings) {
        String key = settings.text("key");
        Text title = settings.bothLanguages("title");
        Scope scope =
                switch (kind) {
                    case TOTAL -> Scope.EVERYTHING;
                    case FLOOR, CAP -> scope(settings);
                    case THEME ->
                            new Scope(Set.of(), Set.of(), Set.of(), Set.of(settings.text("theme")));
                };
        boolean tree =
                kind == RequirementLine.RequirementKind.FLOOR
                        || kind == RequirementLine.RequirementKind.CAP;
        boolean floor = kind == RequirementLine.RequirementKind.FLOOR;
        RequirementLine line =
                new RequirementLine(
                        kind,
                        key,
                        title,
                        settings.text("paragraph"),
                        new Credits(settings.hundredths("credits", 0, CREDITS_MAX)),
                        tree ? period(settings) : RequirementPeriod.CYCLE,
                        scope,
                        tree ? settings.optionalText("within") : null,
                        floor ? settings.optionalText("group") : null,
                        floor ? settings.texts("waivedBy") : Set.of(),
                        FilledBy.text(kind, title, scope));
        return new PlacedField(settings, line);
    }

    private static RequirementPeriod period(StrictYaml settings) {
        return settings.has("period")
                ? settings.code("period", PERIODS, () -> RequirementPeriod.CYCLE)
                : RequirementPeriod.CYCLE;
    }

    private static Scope scope(StrictYaml settings) {
        Set<Form> forms = settings.codes("forms", FORMS);
        Set<String> categories = settings.texts("categories");
        String theme = settings.optionalText("theme");
        boolean results = forms.isEmpty() || forms.contains(Form.SELF_DIRECTED);
        if (!categories.isEmpty() && !results) {
            settings.problem(
                    "categories",
                    new Text(
                            "类别只用于自主研修成果,而 forms 中没有。",
                            "Categories are of self-directed results, which forms leaves out."),
                    new Text(
                            "在 forms 中加上 SELF_DIRECTED,或去掉 categories",
                            "add SELF_DIRECTED to forms, or take categories out"));
        }
        return new Scope(
                settings.codes("levels", LEVELS),
                forms,
                categories,
                theme == null ? Set.of() : Set.of(theme));
    }
}
