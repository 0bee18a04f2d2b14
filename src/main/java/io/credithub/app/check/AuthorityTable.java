package io.credithub.app.check;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.flow.feed.FeedAuthority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.policy.PolicyFiles.LoadedPolicies;
import io.credithub.report.ConsoleTable;
import io.credithub.report.Table;
import io.credithub.report.Table.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who may report what: a row for each feed.
final class AuthorityTable {
    private static final String ANY = "任意 any";
    private static final String NONE = "无 none";
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("来源", "feed"),
                    Column.text("层次", "levels"),
                    Column.text("形式", "forms"),
                    Column.text("成果类别", "categories"),
                    Column.text("角色", "roles"),
                    Column.text("举办单位", "organisers"),
                    Column.text("核定学分", "decides"),
                    Column.text("项目", "programmes"));

    private AuthorityTable() {}

    static String of(List<FeedDefinition> feeds) {
        return ConsoleTable.of(
                new Table(COLUMNS, feeds.stream().map(AuthorityTable::row).toList()));
    }

    private static List<String> row(FeedDefinition feed) {
        FeedAuthority may = FeedAuthority.of(feed.authority());
        return List.of(
                feed.code(),
                codes(may.levels(), Level.values().length),
                codes(may.forms(), Form.values().length),
                isWithoutResults(may) ? NONE : names(may.categories()),
                codes(may.roles(), TrainingRole.values().length),
                names(may.organisers()),
                isWithoutResults(may) ? NONE : names(may.decides()),
                may.registeredOnly() ? "项目库内 registered" : ANY);
    }

    private static boolean isWithoutResults(FeedAuthority may) {
        return !may.forms().contains(Form.SELF_DIRECTED);
    }

    private static String codes(List<? extends Enum<?>> some, int all) {
        return some.size() == all
                ? ANY
                : some.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static String names(@Nullable Collection<String> some) {
        if (some == null) return ANY;
        return some.isEmpty() ? NONE : String.join(" ", some);
    }

    /// The categories that a feed names and no policy does: nothing could ever be held or decided
    /// by them. Not asked while a policy cannot be read.
    static List<FileProblem> unknownCategories(
            List<FeedDefinition> feeds, LoadedPolicies policies) {
        if (!policies.problems().isEmpty()) return List.of();
        Set<String> known =
                policies.policies().values().stream()
                        .flatMap(file -> file.policy().terms().awards().results().stream())
                        .map(ResultRule::category)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<FileProblem> problems = new ArrayList<>();
        for (FeedDefinition feed : feeds) {
            FeedAuthority may = FeedAuthority.of(feed.authority());
            Set<String> named = new LinkedHashSet<>();
            if (may.categories() != null) named.addAll(may.categories());
            if (may.decides() != null) named.addAll(may.decides());
            named.removeAll(known);
            for (String name : named) problems.add(unknown(feed, name, known));
        }
        return problems;
    }

    private static FileProblem unknown(FeedDefinition feed, String name, Set<String> known) {
        String all = String.join(", ", known);
        return new FileProblem(
                "mappings/" + feed.code() + "/feed.yaml",
                "/may",
                new Text("没有政策列出成果类别“" + name + "”", "no policy names the category " + name),
                new Text("可用:" + all, "one of " + all));
    }
}
