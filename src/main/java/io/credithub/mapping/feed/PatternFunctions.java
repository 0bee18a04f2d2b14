package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.impl.NodeUtils;
import com.schibsted.spt.data.jslt.impl.RegexpFunction;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The language's own functions of patterns, with the same results, over texts at which a match can
/// be stopped: what a school writes into a field must not keep a thread for ever.
final class PatternFunctions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int KEPT_MAX = 1_000;
    private static final Cache<String, Pattern> KEPT =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).build();

    private PatternFunctions() {}

    static Collection<Function> all() {
        return List.of(
                new PatternFunction("test", 2, PatternFunctions::test),
                new PatternFunction("capture", 2, PatternFunctions::capture),
                new PatternFunction("split", 2, PatternFunctions::split),
                new PatternFunction("replace", 3, PatternFunctions::replace));
    }

    private interface PatternBody {
        JsonNode call(String text, JsonNode[] arguments);
    }

    /// A pattern that is written in the mapping is compiled with it: so the language asks.
    private record PatternFunction(String name, int arity, PatternBody body)
            implements Function, RegexpFunction {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return arity;
        }

        @Override
        public int getMaxArguments() {
            return arity;
        }

        @Override
        public int regexpArgumentNumber() {
            return 1;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            if (arguments[0].isNull()) {
                return name.equals("test") ? BooleanNode.FALSE : arguments[0];
            }
            return body.call(NodeUtils.toString(arguments[0], false), arguments);
        }
    }

    private static Matcher matcher(String text, JsonNode pattern) {
        return pattern(pattern).matcher(new StoppableText(text));
    }

    private static Pattern pattern(JsonNode node) {
        String pattern = NodeUtils.toString(node, true);
        if (pattern == null) throw new JsltException("a pattern must not be null");
        return KEPT.get(pattern, Pattern::compile);
    }

    private static JsonNode test(String text, JsonNode[] arguments) {
        return BooleanNode.valueOf(matcher(text, arguments[1]).find());
    }

    private static JsonNode capture(String text, JsonNode[] arguments) {
        ObjectNode groups = NODES.objectNode();
        Matcher matcher = matcher(text, arguments[1]);
        if (!matcher.find()) return groups;
        for (String group : new TreeSet<>(matcher.namedGroups().keySet())) {
            groups.put(group, matcher.group(group));
        }
        return groups;
    }

    private static JsonNode split(String text, JsonNode[] arguments) {
        ArrayNode parts = NODES.arrayNode();
        for (String part : pattern(arguments[1]).split(new StoppableText(text))) parts.add(part);
        return parts;
    }

    private static JsonNode replace(String text, JsonNode[] arguments) {
        String instead = NodeUtils.toString(arguments[2], false);
        Matcher matcher = matcher(text, arguments[1]);
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        while (matcher.find(from)) {
            if (matcher.start() == matcher.end()) {
                throw new JsltException("a pattern of replace() matches nothing");
            }
            replaced.append(text, from, matcher.start()).append(instead);
            from = matcher.end();
        }
        if (from == 0 && arguments[0].isTextual()) return arguments[0];
        return TextNode.valueOf(replaced.append(text, from, text.length()).toString());
    }
}
