package io.credithub.mapping.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.Exemption;
import io.credithub.domain.policy.terms.LoanRule;
import io.credithub.domain.policy.terms.NewTeacherRule;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.RequirementTerms;
import io.credithub.domain.policy.terms.RequirementTerms.YearRule;
import io.credithub.domain.policy.terms.Scope;
import io.credithub.mapping.policy.LineFields.PlacedField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a policy file asks of a teacher, and checks that it goes together.
final class RequirementFields {
    private static final int HOURS_MAX = 10_000;
    private static final int CREDITS_MAX = 10_000;
    private static final int PERCENT_MAX = 1_000;

    /// The cap of a school year over all stands among the caps under this key.
    private static final String YEAR_MOST = "school-year-most";

    private final StrictYaml policy;
    private final int cycleYears;

    private RequirementFields(StrictYaml policy, int cycleYears) {
        this.policy = policy;
        this.cycleYears = cycleYears;
    }

    static RequirementTerms read(StrictYaml policy, int cycleYears) {
        return new RequirementFields(policy, cycleYears).read();
    }

    private RequirementTerms read() {
        StrictYaml schoolYear = policy.object("schoolYear");
        YearRule year = year(schoolYear);
        List<PlacedField> read = LineFields.read(policy.object("cycle"), most(schoolYear, year));
        List<PlacedField> lines = LineTree.grown(year.most() == null ? read : withinTheYear(read));
        LineSums.check(lines, cycleYears);
        List<StrictYaml> kinds = policy.list("exemptions");
        List<Exemption> exemptions = exemptions(kinds);
        StrictYaml loans = policy.optionalObject("loans");
        StrictYaml newTeacher = policy.optionalObject("newTeacher");
        return new RequirementTerms(
                year,
                waived(lines, kinds, exemptions),
                exemptions,
                loans == null ? null : loans(loans),
                newTeacher == null ? null : newTeacher(newTeacher));
    }

    private static YearRule year(StrictYaml year) {
        return new YearRule(
                credits(year, "minimum"),
                year.flag("carriesForward"),
                year.flag("proRated"),
                year.has("most") ? credits(year, "most") : null,
                year.text("paragraph"));
    }

    private static @Nullable PlacedField most(StrictYaml schoolYear, YearRule year) {
        Credits most = year.most();
        if (most == null) return null;
        if (most.compareTo(year.minimum()) < 0) {
            schoolYear.problem(
                    "most",
                    new Text("低于学年最低学分。", "It is below the year's minimum."),
                    new Text("不低于 " + year.minimum(), "at least " + year.minimum()));
        }
        Text title = new Text("每学年最多学分", "the most of a school year");
        RequirementLine line =
                new RequirementLine(
                        RequirementLine.RequirementKind.CAP,
                        YEAR_MOST,
                        title,
                        year.paragraph(),
                        most,
                        RequirementLine.RequirementPeriod.YEAR,
                        Scope.EVERYTHING,
                        null,
                        null,
                        Set.of(),
                        FilledBy.text(
                                RequirementLine.RequirementKind.CAP, title, Scope.EVERYTHING));
        return new PlacedField(schoolYear, line);
    }

    private static List<PlacedField> withinTheYear(List<PlacedField> lines) {
        return lines.stream()
                .map(placed ->
                        placed.line().isCap()
                                        && placed.line().within() == null
                                        && !placed.line().key().equals(YEAR_MOST)
                                ? new PlacedField(placed.at(), placed.line().inside(YEAR_MOST))
                                : placed)
                .toList();
    }

    private static List<Exemption> exemptions(List<StrictYaml> kinds) {
        List<Exemption> exemptions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (StrictYaml item : kinds) {
            String kind = item.text("kind");
            if (!seen.add(kind) && !kind.isEmpty()) {
                item.problem(
                        "kind",
                        new Text("减免种类重复。", "The kind occurs twice."),
                        new Text("每个种类写一次", "write each kind once"));
            }
            boolean waivesYear = item.has("waivesYear") && item.flag("waivesYear");
            Credits credits = item.has("credits") ? credits(item, "credits") : Credits.ZERO;
            exemptions.add(
                    new Exemption(
                            kind,
                            item.bothLanguages("title"),
                            waivesYear,
                            credits,
                            item.text("paragraph")));
        }
        return exemptions;
    }

    /// Both ways of saying it become one: the floor knows the kinds that take it off.
    private static List<RequirementLine> waived(
            List<PlacedField> lines, List<StrictYaml> items, List<Exemption> kinds) {
        List<Set<String>> waives = items.stream().map(item -> item.texts("waives")).toList();
        Set<String> floors = new HashSet<>();
        List<RequirementLine> waived = new ArrayList<>();
        for (PlacedField placed : lines) {
            RequirementLine line = placed.line();
            if (line.kind() == RequirementLine.RequirementKind.FLOOR) floors.add(line.key());
            Set<String> by = new HashSet<>(line.waivedBy());
            for (int i = 0; i < kinds.size(); i++) {
                if (waives.get(i).contains(line.key())) by.add(kinds.get(i).kind());
            }
            waived.add(line.waived(by));
        }
        Set<String> known = new HashSet<>();
        for (Exemption kind : kinds) known.add(kind.kind());
        for (PlacedField placed : lines) {
            for (String kind : placed.line().waivedBy()) {
                if (!known.contains(kind)) unknown(placed.at(), "waivedBy", kind, known);
            }
        }
        for (int i = 0; i < kinds.size(); i++) {
            for (String key : waives.get(i)) {
                if (!floors.contains(key)) unknown(items.get(i), "waives", key, floors);
            }
            String kind = kinds.get(i).kind();
            boolean idle = waived.stream().noneMatch(line -> line.waivedBy().contains(kind));
            if (idle) grantsSomething(items.get(i), kinds.get(i));
        }
        return waived;
    }

    private static void grantsSomething(StrictYaml item, Exemption kind) {
        if (kind.waivesYear() || kind.credits().hundredths() > 0) return;
        item.problem(
                "",
                new Text("这种减免没有减免任何要求。", "This kind of exemption lets nothing off."),
                new Text(
                        "写 waivesYear: true、credits 或 waives",
                        "write waivesYear: true, credits or waives"));
    }

    private static void unknown(StrictYaml item, String name, String value, Set<String> known) {
        String names = String.join(", ", known.stream().sorted().toList());
        item.problem(
                name,
                new Text("不认识“" + value + "”。", "“" + value + "” is not known."),
                new Text("可用:" + names, "known here: " + names));
    }

    private static LoanRule loans(StrictYaml loans) {
        return new LoanRule(
                loans.hundredths("ratePercent", 0, PERCENT_MAX),
                loans.has("perForm") && loans.flag("perForm"),
                loans.has("consecutiveYears") && loans.flag("consecutiveYears"),
                loans.text("paragraph"));
    }

    private static NewTeacherRule newTeacher(StrictYaml rule) {
        return new NewTeacherRule(
                rule.hundredths("hours", 0, HOURS_MAX),
                rule.hundredths("centralised", 0, HOURS_MAX),
                rule.hundredths("schoolOrOnline", 0, HOURS_MAX),
                rule.text("paragraph"));
    }

    private static Credits credits(StrictYaml settings, String name) {
        return new Credits(settings.hundredths(name, 0, CREDITS_MAX));
    }
}
