package io.credithub.domain.programme;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A programme's name without what systems add to it or leave out: 第N期, the year, brackets,
/// punctuation, the organiser before it. The core of a core is itself.
///
/// @param core what is left; never empty
/// @param qualifier what stood in brackets and is neither session, year nor organiser; else empty
public record CoreName(String core, String qualifier) {
    public static CoreName of(ProgrammeTitle title) {
        String name = title.name();
        String organiser = title.organiser() == null ? null : BareName.of(title.organiser());
        BracketedName parts = BracketedName.of(name);
        String core = stripped(parts.outside(), organiser);
        if (!core.isEmpty()) return new CoreName(core, qualifier(parts.inside(), organiser));
        String unmarked = stripped(name, organiser);
        return new CoreName(unmarked.isEmpty() ? name : unmarked, "");
    }

    /// Whether two names may be the same one, written by two systems.
    public boolean isLike(CoreName other) {
        boolean qualified = !qualifier.isEmpty() && !other.qualifier.isEmpty();
        return core.equals(other.core) && (!qualified || qualifier.equals(other.qualifier));
    }

    /// What is taken out may bring together what is to be taken out as well, so it is done until
    /// nothing changes; each turn shortens the name.
    private static String stripped(String text, @Nullable String organiser) {
        String before;
        String now = text;
        do {
            before = now;
            now = UnitPrefix.cut(BareName.of(SessionMarks.cut(now)), organiser);
        } while (!now.equals(before));
        return now;
    }

    private static String qualifier(List<String> inside, @Nullable String organiser) {
        List<String> rest = new ArrayList<>(inside.size());
        for (String bracket : inside) {
            for (String piece : BareName.pieces(SessionMarks.cut(bracket))) {
                String bare = SessionMarks.cut(piece);
                if (!bare.isEmpty() && !UnitPrefix.isUnit(bare, organiser)) rest.add(bare);
            }
        }
        return String.join("", rest);
    }
}
