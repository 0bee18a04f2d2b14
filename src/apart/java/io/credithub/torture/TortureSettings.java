package io.credithub.torture;

import io.credithub.torture.hub.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a run is to be.
///
/// @param seed of the plan and of the records
/// @param gap at least so long, and at most twice, from the beginning of one fault to the next
/// @param rate records a second that are pushed, about
/// @param kinds titles of the faults that come; empty for all
/// @param keep whether the homes and logs stay behind
/// @param java the command of a hub up to the name of the hub's own command
/// @param folder everything lies below it; must not be there yet
public record TortureSettings(
        long seed,
        Duration length,
        Duration gap,
        int rate,
        List<String> kinds,
        boolean keep,
        List<String> java,
        Path folder) {
    public TortureSettings {
        kinds = List.copyOf(kinds);
        java = List.copyOf(java);
    }

    /// Titles of all faults, in the order in which they are told.
    public static List<String> allKinds() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::title).toList();
    }

    /// What each fault does, a line each.
    public static List<String> legend() {
        return Arrays.stream(FaultKind.values())
                .map(kind -> String.format(Locale.ROOT, "%-20s %s", kind.title(), kind.what()))
                .toList();
    }

    List<FaultKind> faultKinds() {
        List<FaultKind> chosen = new ArrayList<>();
        for (String title : kinds.isEmpty() ? allKinds() : kinds) chosen.add(FaultKind.of(title));
        return chosen;
    }
}
