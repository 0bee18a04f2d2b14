package io.credithub.domain.programme;

import io.credithub.domain.completion.NormalForm;
import java.util.ArrayList;
import java.util.List;

/// Other names of a programme, each as it was written. Two are the same if their normal forms are.
///
/// What a registrar adds stays when a file does not have it; what a registrar takes away stays away
/// when a file has it.
///
/// @param filed as the last file that spoke of aliases has them
/// @param added by hand
/// @param takenAway by hand
public record AliasSet(List<String> filed, List<String> added, List<String> takenAway) {
    public static final AliasSet NONE = new AliasSet(List.of(), List.of(), List.of());

    public AliasSet {
        filed = List.copyOf(filed);
        added = List.copyOf(added);
        takenAway = List.copyOf(takenAway);
    }

    /// Those that hold, the file's before those added by hand.
    public List<String> inForce() {
        List<String> all = new ArrayList<>();
        for (String alias : filed) if (!has(takenAway, alias)) all.add(alias);
        for (String alias : added) if (!has(all, alias)) all.add(alias);
        return all;
    }

    boolean holds(String alias) {
        return has(inForce(), alias);
    }

    AliasSet filing(List<String> aliases) {
        List<String> once = new ArrayList<>();
        for (String alias : aliases) if (!has(once, alias)) once.add(alias);
        return new AliasSet(once, added, takenAway);
    }

    /// By hand.
    AliasSet with(String alias) {
        List<String> more = new ArrayList<>(added);
        if (!has(filed, alias) && !has(added, alias)) more.add(alias);
        return new AliasSet(filed, more, without(takenAway, alias));
    }

    /// By hand.
    AliasSet without(String alias) {
        List<String> gone = new ArrayList<>(takenAway);
        if (has(filed, alias)) gone.add(alias);
        return new AliasSet(filed, without(added, alias), gone);
    }

    private static List<String> without(List<String> names, String name) {
        String normal = NormalForm.programme(name);
        return names.stream().filter(one -> !NormalForm.programme(one).equals(normal)).toList();
    }

    private static boolean has(List<String> names, String name) {
        if (names.isEmpty()) return false;
        String normal = NormalForm.programme(name);
        for (String one : names) if (NormalForm.programme(one).equals(normal)) return true;
        return false;
    }
}
