package io.credithub.mapping.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.contract.ThemeFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One object of a settings file, read strictly: what is missing, of the wrong type, out of range
/// or never asked for becomes a [FileProblem]. A problem yields a placeholder, so that one reading
/// finds them all; whoever reads looks at the problems before using the values.
public final class StrictYaml {
    private final JsonNode node;
    private final String path;
    private final ProblemSink sheet;
    private final Set<String> asked = new HashSet<>();
    private final List<StrictYaml> children = new ArrayList<>();

    /// The file that all parts of a reading belong to.
    public record ProblemSink(String file, List<FileProblem> problems) {
        public void add(String path, Text message, Text fix) {
            problems.add(new FileProblem(file, path, message, fix));
        }
    }

    public StrictYaml(JsonNode node, String path, ProblemSink sheet) {
        this.node = node;
        this.path = path;
        this.sheet = sheet;
        if (!node.isObject() && !node.isMissingNode()) wrong(path, "键值对", "an object");
    }

    /// Whether nothing is wrong with it so far, here and below.
    boolean isWellRead() {
        return sheet.problems().stream().noneMatch(one -> one.path().startsWith(path + "/"));
    }

    String path() {
        return path;
    }

    public boolean has(String name) {
        return node.has(name);
    }

    public String text(String name) {
        JsonNode value = required(name);
        if (value.isTextual() && !value.textValue().isBlank()) return value.textValue();
        if (!value.isMissingNode()) wrong(at(name), "文本", "a text");
        return "";
    }

    @Nullable String optionalText(String name) {
        asked.add(name);
        return node.has(name) ? text(name) : null;
    }

    /// `{zh: …, en: …}`.
    public Text bothLanguages(String name) {
        StrictYaml both = object(name);
        return new Text(both.text("zh"), both.text("en"));
    }

    public int wholeNumber(String name, int least, int most) {
        JsonNode value = required(name);
        if (value.isInt() && value.intValue() >= least && value.intValue() <= most) {
            return value.intValue();
        }
        if (!value.isMissingNode()) outside(name, least + "–" + most);
        return least;
    }

    /// A decimal of at most two places.
    ///
    /// @return hundredths
    public int hundredths(String name, int least, int most) {
        JsonNode value = required(name);
        if (value.isMissingNode()) return least * 100;
        BigDecimal decimal = decimal(value);
        if (decimal == null || decimal.stripTrailingZeros().scale() > 2) {
            wrong(at(name), "最多两位小数的数", "a number with at most two places");
        } else if (decimal.compareTo(BigDecimal.valueOf(least)) < 0
                || decimal.compareTo(BigDecimal.valueOf(most)) > 0) {
            outside(name, least + "–" + most);
        } else {
            return decimal.movePointRight(2).intValueExact();
        }
        return least * 100;
    }

    /// A share from 0 to 1.
    BigDecimal share(String name) {
        JsonNode value = required(name);
        if (value.isMissingNode()) return BigDecimal.ONE;
        BigDecimal decimal = decimal(value);
        if (decimal == null || decimal.signum() < 0 || decimal.compareTo(BigDecimal.ONE) > 0) {
            outside(name, "0–1");
            return BigDecimal.ONE;
        }
        return decimal;
    }

    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean() && !value.isMissingNode())
            wrong(at(name), "true 或 false", "true or false");
        return value.asBoolean();
    }

    /// @param fallback the placeholder
    <T> T code(String name, Map<String, T> codes, Supplier<T> fallback) {
        String text = text(name);
        T value = codes.get(text);
        if (value != null) return value;
        if (!text.isEmpty()) unknown(at(name), text, codes.keySet());
        return fallback.get();
    }

    /// @return empty if the field is absent
    public <T> Set<T> codes(String name, Map<String, T> codes) {
        return set(name, codes::get, codes.keySet());
    }

    /// Codes in capitals that no list closes, as those of themes.
    ///
    /// @return empty if the field is absent
    Set<String> capitals(String name) {
        return set(name, text -> ThemeFields.isCode(text) ? text : null, Set.of("A–Z, 0–9, _"));
    }

    private <T> Set<T> set(String name, Function<String, @Nullable T> read, Set<String> known) {
        asked.add(name);
        JsonNode values = node.path(name);
        Set<T> found = new HashSet<>();
        if (!values.isMissingNode() && (!values.isArray() || values.isEmpty())) {
            wrong(at(name), "非空列表", "a list that is not empty");
        }
        for (int i = 0; i < values.size(); i++) {
            String text = values.path(i).isTextual() ? values.path(i).textValue() : "";
            T value = read.apply(text);
            if (value == null) {
                unknown(at(name) + "/" + i, values.path(i).asText(), known);
            } else if (!found.add(value)) {
                unknown(at(name) + "/" + i, values.path(i).asText() + " (×2)", known);
            }
        }
        return found;
    }

    /// Texts in any order.
    ///
    /// @return empty if the field is absent
    public Set<String> texts(String name) {
        return set(name, text -> text.isBlank() ? null : text, Set.of("文本 / a text"));
    }

    public StrictYaml object(String name) {
        return child(required(name), at(name));
    }

    @Nullable StrictYaml optionalObject(String name) {
        asked.add(name);
        return node.has(name) ? object(name) : null;
    }

    /// @return empty if the field is absent
    List<StrictYaml> list(String name) {
        asked.add(name);
        JsonNode values = node.path(name);
        if (!values.isMissingNode() && !values.isArray()) wrong(at(name), "列表", "a list");
        List<StrictYaml> items = new ArrayList<>();
        for (int i = 0; values.isArray() && i < values.size(); i++) {
            items.add(child(values.get(i), at(name) + "/" + i));
        }
        return items;
    }

    /// Says which keys nobody asked for, here and below. To be called once, after the reading.
    public void refuseTheRest() {
        if (node.isObject()) {
            node.fieldNames()
                    .forEachRemaining(name -> {
                        if (!asked.contains(name)) unknown(at(name), name, asked);
                    });
        }
        children.forEach(StrictYaml::refuseTheRest);
    }

    void problem(String name, Text message, Text fix) {
        sheet.add(at(name), message, fix);
    }

    private StrictYaml child(JsonNode value, String place) {
        StrictYaml child = new StrictYaml(value, place, sheet);
        children.add(child);
        return child;
    }

    private JsonNode required(String name) {
        asked.add(name);
        JsonNode value = node.path(name);
        if (value.isMissingNode() && node.isObject()) {
            sheet.add(
                    at(name),
                    new Text("缺少“" + name + "”。", "“" + name + "” is missing."),
                    new Text("补上该键", "add the key"));
        }
        return value;
    }

    private static @Nullable BigDecimal decimal(JsonNode value) {
        if (!value.isIntegralNumber() && !value.isBigDecimal()) return null;
        BigDecimal decimal = value.decimalValue();
        return Math.abs(decimal.scale()) > 20 ? null : decimal;
    }

    private String at(String name) {
        return path + "/" + name;
    }

    private void wrong(String place, String zh, String en) {
        sheet.add(
                place, new Text("类型不符。", "The type is wrong."), new Text("应为" + zh, "write " + en));
    }

    private void outside(String name, String range) {
        sheet.add(
                at(name),
                new Text(
                        "“" + node.path(name).asText() + "”超出范围。",
                        "“" + node.path(name).asText() + "” is out of range."),
                new Text("取 " + range, "choose " + range));
    }

    private void unknown(String place, String value, Set<String> known) {
        String names = String.join(", ", known.stream().sorted().toList());
        sheet.add(
                place,
                new Text("不认识“" + value + "”。", "“" + value + "” is not known."),
                new Text("可用:" + names, "known here: " + names));
    }
}
