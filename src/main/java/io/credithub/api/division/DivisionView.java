package io.credithub.api.division;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionChange;
import io.credithub.domain.division.DivisionKind;
import io.credithub.domain.division.DivisionLevel;
import io.credithub.domain.division.KnownDivision;
import io.credithub.domain.division.SuccessionKind;
import io.credithub.flow.access.Jurisdiction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A division, with what came before and after it.
///
/// @param title with the name of the city it belongs to
/// @param fromYear the first school year of the code, by its first year; absent: before all changes
/// @param toYear the last school year of the code; absent: it holds today
/// @param succession how the code came to its end; absent: it holds
/// @param predecessors codes whose place it took
/// @param successors codes that took its place
/// @param today the divisions of today that answer for what happened under the code
/// @param within whether the caller answers for it, or may see its teachers; absent for a feed
public record DivisionView(
        String code,
        String name,
        String title,
        DivisionLevel level,
        @Nullable String parent,
        DivisionKind kind,
        @Nullable Integer fromYear,
        @Nullable Integer toYear,
        @Nullable SuccessionKind succession,
        List<String> predecessors,
        List<String> successors,
        List<String> today,
        @Nullable Boolean within) {
    /// @param view of the caller; null for a feed
    static DivisionView of(
            KnownDivision one, DivisionCatalogue known, @Nullable Jurisdiction view) {
        return new DivisionView(
                one.code(),
                one.name(),
                known.title(one.code()).zh(),
                one.level(),
                one.parent(),
                one.kind(),
                one.fromYear(),
                one.toYear(),
                known.change(one.code()).map(DivisionChange::kind).orElse(null),
                known.predecessors(one.code()),
                known.successors(one.code()),
                codes(known.answersToday(one.code())),
                view == null ? null : view.covers(one.code()));
    }

    static List<String> codes(List<KnownDivision> divisions) {
        return divisions.stream().map(KnownDivision::code).toList();
    }
}
