package io.credithub.flow.rules;

import io.credithub.domain.Hundredths;
import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.BreakRules;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.flow.feed.FeedAuthority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What two terms of matching differ in, place by place, for people to read.
public final class MatchingFigures {
    private MatchingFigures() {}

    /// @param place as the files have it: `namesAlike.days`, `vendor-push/may.levels`
    /// @param before empty: it was not there
    /// @param after empty: it is not there any more
    public record TermChange(String place, String before, String after) {
        @Override
        public String toString() {
            return place + " " + before + " → " + after;
        }
    }

    /// @return empty: records are matched alike by both
    public static List<TermChange> between(MatchingTerms before, MatchingTerms after) {
        Map<String, String> were = figures(before);
        Map<String, String> are = figures(after);
        Set<String> places = new TreeSet<>(were.keySet());
        places.addAll(are.keySet());
        List<TermChange> changes = new ArrayList<>();
        for (String place : places) {
            String was = were.getOrDefault(place, "");
            String is = are.getOrDefault(place, "");
            if (!was.equals(is)) changes.add(new TermChange(place, was, is));
        }
        return changes;
    }

    /// By place.
    static Map<String, String> figures(MatchingTerms terms) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("id", terms.file().id());
        put(figures, terms.file().rules());
        terms.feeds().forEach((code, feed) -> put(figures, code, feed));
        return figures;
    }

    private static void put(Map<String, String> figures, MatchingRules rules) {
        figures.put("sameProgramme.days", number(rules.sameProgrammeDays()));
        figures.put("namesAlike.days", number(rules.alikeDays()));
        figures.put("namesAlike.hoursPercent", number(rules.alikeHoursPercent()));
        figures.put("agreedCodes", String.join(" ", rules.agreedCodes()));
        figures.put("plausible.hoursADayMax", Hundredths.text(rules.hoursADayMax()));
        figures.put("plausible.openPeriodDays", number(rules.openPeriodDays()));
        figures.put("plausible.sameInstant", number(rules.sameInstant()));
        put(figures, rules.breaks());
    }

    private static void put(Map<String, String> figures, BreakRules breaks) {
        figures.put("breaks.lateDays", number(breaks.lateDays()));
        figures.put("breaks.withdrawnDays", number(breaks.withdrawnDays()));
        figures.put(
                "breaks.evidenceLevels", words(breaks.evidenceLevels().stream().sorted().toList()));
    }

    private static void put(Map<String, String> figures, String code, FeedTerms feed) {
        FeedAuthority may = FeedAuthority.of(feed.authority());
        Map<Level, Integer> precedence = new TreeMap<>(feed.precedence());
        figures.put(code + "/precedence", precedence.toString());
        figures.put(code + "/may.levels", words(may.levels()));
        figures.put(code + "/may.forms", words(may.forms()));
        figures.put(code + "/may.categories", words(may.categories()));
        figures.put(code + "/may.roles", words(may.roles()));
        figures.put(code + "/may.organisers", words(may.organisers()));
        figures.put(code + "/may.decides", words(may.decides()));
        figures.put(code + "/programmes", may.registeredOnly() ? "registered" : "any");
    }

    private static String number(int figure) {
        return Integer.toString(figure);
    }

    /// Nothing is said: whatever it may be.
    private static String words(@Nullable List<?> some) {
        if (some == null) return "any";
        return some.isEmpty()
                ? "none"
                : some.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
