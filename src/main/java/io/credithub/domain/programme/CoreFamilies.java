package io.credithub.domain.programme;

import java.util.HashMap;
import java.util.Map;

/// Cores of names that one entry bears, and those that they are tied to by other entries, are one
/// family. The core that was named first stands for all.
final class CoreFamilies {
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    void unite(Iterable<String> cores) {
        String first = null;
        for (String core : cores) {
            order.putIfAbsent(core, order.size());
            parents.putIfAbsent(core, core);
            if (first == null) first = core;
            else unite(first, core);
        }
    }

    private void unite(String one, String other) {
        String left = of(one);
        String right = of(other);
        if (left.equals(right)) return;
        boolean isLeft = order.getOrDefault(left, 0) < order.getOrDefault(right, 0);
        if (isLeft) parents.put(right, left);
        else parents.put(left, right);
    }

    /// What stands for a core: itself, if nothing is known of it.
    String of(String core) {
        String at = core;
        for (String up = parents.get(at); up != null && !up.equals(at); up = parents.get(at)) {
            String above = parents.getOrDefault(up, up);
            parents.put(at, above);
            at = above;
        }
        return at;
    }
}
