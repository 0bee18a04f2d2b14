package io.credithub.flow.division;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionCatalogue.CodeStanding;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.division.RosterDivisions.DivisionHeads;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Finds the teachers whose division is no county of today. They are in every figure all the same,
/// in the row of their code.
@Singleton
public final class FindMisplaced {
    private final KnownDivisions divisions;
    private final RosterDivisions roster;

    FindMisplaced(KnownDivisions divisions, RosterDivisions roster) {
        this.divisions = divisions;
        this.roster = roster;
    }

    /// @param standing never [CodeStanding#IN_FORCE]
    public record MisplacedHeads(String division, CodeStanding standing, long teachers) {}

    /// @param catalogue by which they were found
    public record MisplacedTeachers(DivisionCatalogue catalogue, List<MisplacedHeads> codes) {
        public MisplacedTeachers {
            codes = List.copyOf(codes);
        }
    }

    public Uni<MisplacedTeachers> in(Jurisdiction within) {
        return divisions
                .catalogue()
                .chain(known ->
                        roster.count(within)
                                .map(heads -> new MisplacedTeachers(known, among(known, heads))));
    }

    /// Those of some codes that are no county of today.
    public static List<MisplacedHeads> among(DivisionCatalogue known, List<DivisionHeads> heads) {
        List<MisplacedHeads> misplaced = new ArrayList<>();
        for (DivisionHeads one : heads) {
            CodeStanding standing = known.standing(one.division());
            if (standing == CodeStanding.IN_FORCE) continue;
            misplaced.add(new MisplacedHeads(one.division(), standing, one.teachers()));
        }
        return misplaced;
    }
}
