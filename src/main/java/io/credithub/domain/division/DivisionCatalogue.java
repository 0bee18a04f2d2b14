package io.credithub.domain.division;

import io.credithub.domain.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Every division that is known, of today and of the past. Whatever code is asked for, there is an
/// answer: a code that nobody listed has a title that says so.
public final class DivisionCatalogue {
    /// Knows none.
    public static final DivisionCatalogue EMPTY = new DivisionCatalogue(DivisionList.EMPTY);

    private static final String NATION = "100000";

    private final DivisionList list;
    private final SortedMap<String, KnownDivision> divisions = new TreeMap<>();
    private final Map<String, DivisionChange> changes = new HashMap<>();
    private final Map<String, List<String>> predecessors = new HashMap<>();

    /// @param list without contradictions; of what is there twice the last counts
    public DivisionCatalogue(DivisionList list) {
        this.list = list;
        Map<String, Integer> begins = new HashMap<>();
        for (DivisionChange change : list.changes()) {
            changes.put(change.code(), change);
            for (String successor : change.successors()) {
                predecessors.computeIfAbsent(successor, _ -> new ArrayList<>()).add(change.code());
                if (change.kind().isBeginning()) {
                    begins.merge(successor, change.schoolYear(), Math::min);
                }
            }
        }
        for (ListedDivision one : list.divisions()) {
            divisions.put(one.code(), today(one, begins.get(one.code())));
        }
        for (DivisionChange change : list.changes()) {
            divisions.put(change.code(), past(change, begins.get(change.code())));
        }
    }

    private static KnownDivision today(ListedDivision one, @Nullable Integer from) {
        return new KnownDivision(
                one.code(), one.name(), one.level(), one.parent(), one.kind(), from, null);
    }

    private KnownDivision past(DivisionChange change, @Nullable Integer from) {
        String parent = parent(change.code());
        return new KnownDivision(
                change.code(),
                ownName(change.name(), parent),
                DivisionLevel.of(change.code()),
                parent,
                DivisionKind.STANDARD,
                from,
                change.schoolYear() - 1);
    }

    /// By the digits: a list says of what is gone no more than its name.
    private @Nullable String parent(String code) {
        return switch (DivisionLevel.of(code)) {
            case PROVINCE -> null;
            case CITY -> listed(DivisionLevel.PROVINCE.over(code));
            case COUNTY -> {
                String city = listed(DivisionLevel.CITY.over(code));
                yield city == null ? listed(DivisionLevel.PROVINCE.over(code)) : city;
            }
        };
    }

    private @Nullable String listed(String code) {
        return divisions.containsKey(code) ? code : null;
    }

    private String ownName(String name, @Nullable String parent) {
        KnownDivision over = parent == null ? null : divisions.get(parent);
        if (over == null || !name.startsWith(over.name())) return name;
        String own = name.substring(over.name().length());
        return own.isEmpty() ? name : own;
    }

    /// What it was made of.
    public DivisionList list() {
        return list;
    }

    /// In the order of their codes, those of the past among them.
    public Collection<KnownDivision> all() {
        return List.copyOf(divisions.values());
    }

    public Optional<KnownDivision> find(String code) {
        return Optional.ofNullable(divisions.get(code));
    }

    /// The full name, `太原市 小店区`; in English the code. Of a city its own name, since one province is
    /// enough for a hub; of a county that belongs to no city, the province's before it.
    public Text title(String code) {
        if (code.equals(NATION)) return new Text("全国", code);
        KnownDivision one = divisions.get(code);
        if (one == null) return new Text("未知区划 " + code, "unknown division " + code);
        return new Text(fullName(one), code);
    }

    private String fullName(KnownDivision one) {
        KnownDivision over = one.parent() == null ? null : divisions.get(one.parent());
        if (over == null || one.level() != DivisionLevel.COUNTY) return one.name();
        return over.name() + " " + one.name();
    }

    /// What belongs to a division today, in the order of the codes.
    public List<KnownDivision> children(String code) {
        return divisions.values().stream()
                .filter(one -> one.isToday() && code.equals(one.parent()))
                .toList();
    }

    /// How a code came to its end; empty if it holds, or nobody listed it.
    public Optional<DivisionChange> change(String code) {
        return Optional.ofNullable(changes.get(code));
    }

    /// The codes that took its place; none if it holds, or nobody listed it.
    public List<String> successors(String code) {
        return change(code).map(DivisionChange::successors).orElse(List.of());
    }

    /// The codes whose place it took, in their order.
    public List<String> predecessors(String code) {
        return List.copyOf(predecessors.getOrDefault(code, List.of()));
    }

    /// The divisions of today that answer for what happened under a code: itself if it holds, else
    /// those that came after it in the end, in the order of their codes. None if nobody listed it.
    public List<KnownDivision> answersToday(String code) {
        SortedMap<String, KnownDivision> answering = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(code));
        while (!next.isEmpty()) {
            String at = next.pop();
            if (!seen.add(at)) continue;
            KnownDivision one = divisions.get(at);
            if (one != null && one.isToday()) answering.put(at, one);
            next.addAll(successors(at));
        }
        return List.copyOf(answering.values());
    }

    /// Where a teacher stands whose row says this code.
    public CodeStanding standing(String code) {
        KnownDivision one = divisions.get(code);
        if (one == null) return CodeStanding.UNKNOWN;
        if (!one.isToday()) return CodeStanding.ABOLISHED;
        return one.level() == DivisionLevel.COUNTY ? CodeStanding.IN_FORCE : CodeStanding.TOO_WIDE;
    }

    /// What is the matter with a code that somebody is registered under.
    public enum CodeStanding {
        /// A county of today.
        IN_FORCE,
        /// No list has it.
        UNKNOWN,
        /// It holds no longer.
        ABOLISHED,
        /// A city or a province: whoever is registered so is in no county.
        TOO_WIDE
    }
}
