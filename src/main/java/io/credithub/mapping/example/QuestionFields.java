package io.credithub.mapping.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.FindingCode;
import io.credithub.mapping.contract.Findings;
import io.credithub.mapping.contract.Scalars;
import io.credithub.mapping.contract.Scalars.Range;
import io.credithub.mapping.contract.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of one object of a question, each with its place.
///
/// @param field where the object is, as a JSON pointer
record QuestionFields(JsonNode object, String field, Findings findings) {
    private static final Range YEARS = Range.from("1980", "2200", 0);
    private static final Range CREDITS = Range.from("0", "100000", 2);
    private static final int TEXT_LENGTH_MAX = 64;
    private static final int ITEMS_MAX = 100;

    String at(String name) {
        return field + "/" + name;
    }

    /// @return null if it is absent, or after a finding
    @Nullable LocalDate date(String name) {
        JsonNode node = object.get(name);
        return node == null ? null : Scalars.date(node, at(name), findings);
    }

    /// @return null if it is absent, or after a finding
    @Nullable Integer year(String name) {
        JsonNode node = object.get(name);
        return node == null ? null : Scalars.wholeNumber(node, at(name), YEARS, findings);
    }

    /// @return null if it is absent, or after a finding
    @Nullable Credits credits(String name) {
        JsonNode node = object.get(name);
        if (node == null) return null;
        BigDecimal credits = Scalars.decimal(node, at(name), CREDITS, findings);
        return credits == null ? null : Credits.rounded(credits); // it has two places at most
    }

    /// @return null if it is absent, or after a finding
    @Nullable String text(String name) {
        JsonNode node = object.get(name);
        return node == null ? null : Scalars.text(node, at(name), TEXT_LENGTH_MAX, findings);
    }

    /// @return false if it is absent
    boolean flag(String name) {
        JsonNode node = object.get(name);
        return node != null && Scalars.flag(node, at(name), findings);
    }

    /// The value of a field that has to be there.
    ///
    /// @param value as one of the methods above reads it
    <T> @Nullable T required(String name, Function<String, @Nullable T> value) {
        Shape.required(object, name, at(name), findings);
        return value.apply(name);
    }

    /// A list of objects.
    ///
    /// @param names of their fields
    /// @param item null: left out, after a finding
    /// @return empty if it is absent
    <T> List<T> list(String name, Set<String> names, Function<QuestionFields, @Nullable T> item) {
        JsonNode nodes = array(name, ITEMS_MAX);
        List<T> items = new ArrayList<>(nodes == null ? 0 : nodes.size());
        for (int at = 0; nodes != null && at < nodes.size(); at++) {
            String place = at(name) + "/" + at;
            if (!Shape.isObject(nodes.get(at), place, names, findings)) continue;
            T read = item.apply(new QuestionFields(nodes.get(at), place, findings));
            if (read != null) items.add(read);
        }
        return items;
    }

    /// @return null if it is absent, or after a finding
    @Nullable JsonNode array(String name, int most) {
        JsonNode nodes = object.get(name);
        if (nodes == null) return null;
        if (!nodes.isArray()) {
            findings.add(FindingCode.WRONG_TYPE, at(name), nodes);
            return null;
        }
        if (nodes.size() > most) {
            findings.add(FindingCode.OUT_OF_RANGE, at(name), String.valueOf(nodes.size()));
            return null;
        }
        return nodes;
    }
}
