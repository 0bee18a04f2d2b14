package io.credithub.flow.explain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Masks a raw record by what its mapping does with each value: leave a value out, map again, and
/// see what changes. So a source may call and write its columns as it likes.
final class RecordMask {
    private static final JsonPointer ID_NUMBER = JsonPointer.compile("/teacher/idNumber");

    /// Nobody needs it to check an award.
    private static final JsonPointer BIRTH_DATE = JsonPointer.compile("/teacher/birthDate");

    /// Values of a record that are looked at; what comes after them is hidden.
    private static final int VALUES_MAX = 1_000;

    private final UnaryOperator<JsonNode> mapping;
    private final boolean showsUnused;

    /// @param mapping raw to canonical
    /// @param showsUnused whether values that the mapping uses for nothing may be shown; not where
    ///   another version of it posted the record, which may have known better what they are
    RecordMask(UnaryOperator<JsonNode> mapping, boolean showsUnused) {
        this.mapping = mapping;
        this.showsUnused = showsUnused;
    }

    /// @return a copy
    JsonNode mask(JsonNode record) {
        JsonNode copy = record.deepCopy();
        List<MaskedValue> values = new ArrayList<>();
        collect(copy, values);
        JsonNode canonical = mapping.apply(copy).deepCopy();
        Masking masking = Masking.of(textOrNull(canonical.at(ID_NUMBER)));
        List<JsonNode> shown = new ArrayList<>(values.size());
        for (MaskedValue value : values) {
            boolean looked = shown.size() < VALUES_MAX;
            shown.add(
                    looked
                            ? masked(value.get(), use(value, copy, canonical), masking)
                            : TextNode.valueOf(Masking.HIDDEN));
        }
        for (int i = 0; i < values.size(); i++) values.get(i).set(shown.get(i));
        return named(copy, masking);
    }

    /// What a mapping does with a value.
    private enum ValueUse {
        IDENTITY,
        OTHER,
        NONE
    }

    private ValueUse use(MaskedValue value, JsonNode copy, JsonNode canonical) {
        JsonNode was = value.get();
        value.set(NullNode.getInstance());
        JsonNode without = mapping.apply(copy);
        boolean isPersonal = differs(without, canonical, ID_NUMBER);
        isPersonal |= differs(without, canonical, BIRTH_DATE);
        boolean isUsed = !without.equals(canonical);
        value.set(was);
        if (isPersonal) return ValueUse.IDENTITY;
        return isUsed ? ValueUse.OTHER : ValueUse.NONE;
    }

    private static boolean differs(JsonNode one, JsonNode other, JsonPointer field) {
        return !one.at(field).equals(other.at(field));
    }

    private JsonNode masked(JsonNode value, ValueUse use, Masking masking) {
        String text = value.asText();
        String safe =
                switch (use) {
                    case IDENTITY -> Masking.masked(text);
                    case OTHER -> masking.text(text);
                    case NONE -> showsUnused ? masking.stray(text) : Masking.HIDDEN;
                };
        return safe.equals(text) ? value : TextNode.valueOf(safe);
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    /// A value with its place.
    private interface MaskedValue {
        JsonNode get();

        void set(JsonNode value);
    }

    private record Member(ObjectNode object, String name) implements MaskedValue {
        @Override
        public JsonNode get() {
            return object.get(name);
        }

        @Override
        public void set(JsonNode value) {
            object.set(name, value);
        }
    }

    private record Item(ArrayNode array, int place) implements MaskedValue {
        @Override
        public JsonNode get() {
            return array.get(place);
        }

        @Override
        public void set(JsonNode value) {
            array.set(place, value);
        }
    }

    private static void collect(JsonNode node, List<MaskedValue> values) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                take(member.getValue(), new Member(object, member.getKey()), values);
            }
        } else if (node instanceof ArrayNode array) {
            for (int place = 0; place < array.size(); place++) {
                take(array.get(place), new Item(array, place), values);
            }
        }
    }

    private static void take(JsonNode node, MaskedValue value, List<MaskedValue> values) {
        if (node.isContainerNode()) collect(node, values);
        else if (!node.isNull() && !node.isBoolean()) values.add(value);
    }

    /// A column that has slipped may make a number a name.
    private static JsonNode named(JsonNode node, Masking masking) {
        if (node instanceof ArrayNode array) {
            for (int place = 0; place < array.size(); place++) {
                array.set(place, named(array.get(place), masking));
            }
        }
        if (!(node instanceof ObjectNode object)) return node;
        ObjectNode safe = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            safe.set(masking.text(member.getKey()), named(member.getValue(), masking));
        }
        return safe;
    }
}
