package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.credithub.flow.explain.CodeLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The expressions of a mapping that go through a code table. They are the template's own, compiled
/// once more with somebody listening: seldom asked, so that posting pays nothing for it.
final class CodedFields {
    private final Map<String, String> expressions;
    private final MappingFunctions functions;

    private CodedFields(Map<String, String> expressions, MappingFunctions functions) {
        this.expressions = expressions;
        this.functions = functions;
    }

    /// @param fields an expression for each canonical field, nested ones with a point
    static CodedFields of(Map<String, String> fields, MappingFunctions functions) {
        Map<String, String> coded = new TreeMap<>(fields);
        coded.values().removeIf(expression -> TableNames.in(expression).isEmpty());
        return new CodedFields(coded, functions);
    }

    /// In the order of the fields' names.
    List<CodeLookup> lookups(JsonNode record) {
        List<CodeLookup> heard = new ArrayList<>();
        expressions.forEach((field, expression) -> {
            String pointer = "/" + field.replace('.', '/');
            CodeLookupListener trail =
                    (table, source, canonical) ->
                            heard.add(new CodeLookup(pointer, table + ".csv", source, canonical));
            try {
                Parser.compileString(expression, functions.heardBy(trail).all()).apply(record);
            } catch (JsltException broken) {
                // the field is not there for the mapping either, and no code was found for it
            }
        });
        return heard;
    }
}
