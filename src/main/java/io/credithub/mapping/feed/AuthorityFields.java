package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.reconcile.Authority;
import io.credithub.mapping.contract.Codes;
import io.credithub.mapping.contract.Findings;
import io.credithub.mapping.contract.Scalars;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what a feed may report and decide: `may` and `programmes` of its `feed.yaml`. What is not
/// stated is any level, form, category, role and organiser, and no decision at all. Every mistake
/// is told with its place and a fix; then what was read is not to be used.
final class AuthorityFields {
    private static final String ANY = "any";
    private static final String REGISTERED = "registered";
    private static final int CATEGORY_LENGTH_MAX = 64;
    private static final int ORGANISER_LENGTH_MAX = 200;
    private static final Set<String> NAMES =
            Set.of("levels", "forms", "categories", "roles", "organisers", "decides");
    private static final Map<String, Level> LEVELS = Codes.byName(Level.values());
    private static final Map<String, Form> FORMS = Codes.byName(Form.values());
    private static final Map<String, TrainingRole> ROLES = Codes.byName(TrainingRole.values());
    private static final Text AS_ANY =
            new Text("列出代码;任意时不写此项", "list what it may; leave the key out for any");

    private final ProblemList problems;

    /// Where mistakes go.
    interface ProblemList {
        /// @param path into the file, as a JSON pointer
        void add(String path, Text what, Text fix);
    }

    AuthorityFields(ProblemList problems) {
        this.problems = problems;
    }

    /// @param may null: not stated
    /// @param programmes null: not stated
    Authority read(@Nullable JsonNode may, @Nullable JsonNode programmes) {
        boolean isRegisteredOnly = isRegisteredOnly(programmes);
        JsonNode stated = may == null || !isObject(may) ? null : may;
        Set<Level> levels = listed(stated, "levels", node -> code(node, LEVELS));
        Set<Form> forms = listed(stated, "forms", node -> code(node, FORMS));
        Set<String> categories = listed(stated, "categories", AuthorityFields::category);
        Set<TrainingRole> roles = listed(stated, "roles", node -> code(node, ROLES));
        Set<String> organisers = listed(stated, "organisers", AuthorityFields::organiser);
        boolean decidesAny = stated != null && ANY.equals(stated.path("decides").textValue());
        Set<String> decides =
                decidesAny ? null : listed(stated, "decides", AuthorityFields::category);
        checkResults(forms, categories, decidesAny || decides != null);
        checkDecided(categories, decides);
        return new Authority(
                levels == null ? Set.of(Level.values()) : levels,
                forms == null ? Set.of(Form.values()) : forms,
                categories,
                roles == null ? Set.of(TrainingRole.values()) : roles,
                organisers,
                decidesAny || decides != null ? decides : Set.of(),
                isRegisteredOnly);
    }

    private boolean isRegisteredOnly(@Nullable JsonNode programmes) {
        if (programmes == null || ANY.equals(programmes.textValue())) return false;
        if (REGISTERED.equals(programmes.textValue())) return true;
        problems.add(
                "/programmes",
                new Text("没有“" + written(programmes) + "”", written(programmes) + " is not known"),
                new Text(
                        "写 registered(只收项目库中的项目)或 any",
                        "write registered (only what is in the register) or any"));
        return false;
    }

    private boolean isObject(JsonNode may) {
        if (!may.isObject() || may.isEmpty()) {
            problems.add(
                    "/may",
                    new Text("没有内容", "it says nothing"),
                    new Text("写明可报送什么,或删去此项", "say what it may report, or leave the key out"));
            return false;
        }
        may.fieldNames()
                .forEachRemaining(name -> {
                    if (NAMES.contains(name)) return;
                    problems.add(
                            "/may/" + name,
                            new Text("没有“" + name + "”这一项", "there is no key " + name),
                            oneOf(NAMES));
                });
        return true;
    }

    /// @param read an item, or null if it cannot be one
    /// @return null if the key is not stated
    private <T> @Nullable Set<T> listed(
            @Nullable JsonNode may, String name, Function<JsonNode, @Nullable T> read) {
        JsonNode list = may == null ? null : may.get(name);
        if (list == null) return null;
        String place = "/may/" + name;
        if (!list.isArray() || list.isEmpty()) {
            problems.add(place, new Text("须为非空的列表", "it is to be a list, not empty"), fix(name));
            return null;
        }
        Set<T> items = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            T item = read.apply(list.get(i));
            String told = written(list.get(i));
            if (item == null) {
                problems.add(
                        place + "/" + i,
                        new Text("没有“" + told + "”", told + " is not known"),
                        codes(name));
            } else if (!items.add(item)) {
                problems.add(
                        place + "/" + i,
                        new Text("“" + told + "”出现两次", told + " occurs twice"),
                        new Text("删去一个", "leave one of them out"));
            }
        }
        return items;
    }

    private void checkResults(
            @Nullable Set<Form> forms, @Nullable Set<String> categories, boolean decides) {
        if (forms == null || forms.contains(Form.SELF_DIRECTED)) return;
        if (categories == null && !decides) return;
        problems.add(
                decides ? "/may/decides" : "/may/categories",
                new Text(
                        "成果只属于自主研修,而 forms 不含它",
                        "results are self-directed, which forms leave out"),
                new Text("forms 加上 SELF_DIRECTED,或删去此项", "add SELF_DIRECTED to forms, or drop it"));
    }

    private void checkDecided(@Nullable Set<String> categories, @Nullable Set<String> decides) {
        if (categories == null || decides == null) return;
        int i = 0;
        for (String decided : decides) {
            if (!categories.contains(decided)) {
                problems.add(
                        "/may/decides/" + i,
                        new Text("无权报送“" + decided + "”", "it may not report " + decided),
                        new Text("categories 加上它,或在此删去", "add it to categories, or drop it here"));
            }
            i++;
        }
    }

    private static <T> @Nullable T code(JsonNode node, Map<String, T> codes) {
        return node.isTextual() ? codes.get(node.textValue()) : null;
    }

    private static @Nullable String category(JsonNode node) {
        return Scalars.text(node, "", CATEGORY_LENGTH_MAX, new Findings());
    }

    private static @Nullable String organiser(JsonNode node) {
        String text = Scalars.text(node, "", ORGANISER_LENGTH_MAX, new Findings());
        return text == null ? null : NormalForm.programme(text);
    }

    private static String written(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    private static Text fix(String name) {
        return name.equals("decides")
                ? new Text(
                        "列出可核定的类别,或写 any;都不可时不写此项",
                        "list the categories, or write any; leave the key out for none")
                : AS_ANY;
    }

    private static Text codes(String name) {
        return switch (name) {
            case "levels" -> oneOf(LEVELS.keySet());
            case "forms" -> oneOf(FORMS.keySet());
            case "roles" -> oneOf(ROLES.keySet());
            case "organisers" -> lengths(ORGANISER_LENGTH_MAX);
            default -> lengths(CATEGORY_LENGTH_MAX);
        };
    }

    private static Text oneOf(Set<String> codes) {
        String all = String.join(", ", new TreeSet<>(codes));
        return new Text("可用:" + all, "one of " + all);
    }

    private static Text lengths(int most) {
        return new Text("写 1–%d 个字符".formatted(most), "write 1–%d characters".formatted(most));
    }
}
