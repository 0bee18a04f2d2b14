package io.credithub.mapping.contract;

import java.util.HashMap;
import java.util.Map;

/// The codes of an enum as the contract writes them: their names.
public final class Codes {
    private Codes() {}

    public static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        Map<String, E> byName = new HashMap<>();
        for (E value : values) byName.put(value.name(), value);
        return Map.copyOf(byName);
    }
}
