package io.credithub.domain.policy;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Decides what an award adds to each row of a tally, on bit masks: this runs for every record.
///
/// An award is split into pieces of one form each, which add up to it; a piece goes to every line
/// that counts it, but only to the first floor of a group.
final class LineShares {
    private static final int SELF_DIRECTED = 1 << Form.SELF_DIRECTED.code();

    private final RequirementLine[] lines;
    private final int[] levelMasks;
    private final int[] formMasks;
    private final String[][] themes;
    private final int[] order;
    private final int[] parents;
    private final int[] groups;
    private final int groupCount;
    private final Requirements.Allotment[] allotments;

    LineShares(Requirements requirements) {
        this.lines = requirements.lines().toArray(RequirementLine[]::new);
        this.levelMasks = new int[lines.length];
        this.formMasks = new int[lines.length];
        this.themes = new String[lines.length][];
        this.parents = new int[lines.length];
        this.groups = new int[lines.length];
        this.allotments = requirements.allotments().toArray(Requirements.Allotment[]::new);
        Set<Integer> parentsFirst = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            Scope scope = lines[line].scope();
            for (Level level : scope.levels()) levelMasks[line] |= 1 << level.code();
            for (Form form : scope.forms()) formMasks[line] |= 1 << form.code();
            themes[line] = scope.themes().toArray(String[]::new);
            parents[line] = lines[line].isCap() ? -1 : requirements.parent(line);
            List<Integer> chain = new ArrayList<>();
            for (int at = line; at >= 0; at = requirements.parent(at)) chain.addFirst(at);
            parentsFirst.addAll(chain);
            String group = lines[line].group();
            if (group != null && !names.contains(group)) names.add(group);
            groups[line] = group == null ? -1 : names.indexOf(group);
        }
        this.order = parentsFirst.stream().mapToInt(Integer::intValue).toArray();
        this.groupCount = names.size();
    }

    /// @return the whole amount on every line that counts a training of this form
    long[] whole(Facts facts, long hundredths) {
        long[] shares = new long[lines.length + allotments.length];
        if (hundredths != 0) add(shares, facts, facts.training().form(), hundredths);
        return shares;
    }

    /// The pieces of a blended training: what its forms are worth in the order of their codes, each
    /// as the difference that it makes, so that they add up to the whole.
    ///
    /// @param amount what the parts of the forms of a mask are worth, bonus and rounding included
    long[] byParts(Facts facts, long hundredths, AmountOfForms amount) {
        long[] shares = new long[lines.length + allotments.length];
        if (hundredths == 0 || !(facts.training() instanceof Training.Blended blended)) {
            return shares;
        }
        int left = 0;
        for (Part part : blended.parts()) left |= 1 << part.form().code();
        int mask = 0;
        long before = 0;
        for (Form form : Form.values()) {
            int bit = 1 << form.code();
            if ((left & bit) == 0) continue;
            mask |= bit;
            left ^= bit;
            long until = left == 0 ? hundredths : Math.min(hundredths, amount.of(mask));
            if (until != before) add(shares, facts, form, until - before);
            before = until;
        }
        return shares;
    }

    static boolean has(int formMask, Part part) {
        return (formMask & (1 << part.form().code())) != 0;
    }

    private void add(long[] shares, Facts facts, Form form, long amount) {
        boolean[] taken = new boolean[groupCount];
        boolean[] counted = new boolean[lines.length];
        for (int line : order) {
            if (!counts(line, facts, 1 << form.code())) continue;
            if (parents[line] >= 0 && !counted[parents[line]]) continue;
            if (groups[line] >= 0) {
                if (taken[groups[line]]) continue;
                taken[groups[line]] = true;
            }
            counted[line] = true;
            shares[line] += amount;
        }
        for (int i = 0; i < allotments.length; i++) {
            if (counted[allotments[i].floor()] && counted[allotments[i].cap()]) {
                shares[lines.length + i] += amount;
            }
        }
    }

    private boolean counts(int line, Facts facts, int form) {
        int levels = levelMasks[line];
        int forms = formMasks[line];
        return (levels == 0 || (levels & (1 << facts.level().code())) != 0)
                && (forms == 0 || (forms & form) != 0)
                && (form != SELF_DIRECTED || countsCategory(lines[line].scope(), facts))
                && carries(facts.themes(), themes[line]);
    }

    private static boolean carries(List<String> themes, String[] wanted) {
        for (String theme : wanted) if (!themes.contains(theme)) return false;
        return true;
    }

    private static boolean countsCategory(Scope scope, Facts facts) {
        return scope.categories().isEmpty()
                || (facts.training() instanceof Training.SelfDirected result
                        && scope.categories().contains(result.category()));
    }

    /// The credits in hundredths that the parts of some forms are worth.
    interface AmountOfForms {
        long of(int formMask);
    }
}
