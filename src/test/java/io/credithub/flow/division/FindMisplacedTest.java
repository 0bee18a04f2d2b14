package io.credithub.flow.division;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionCatalogue.CodeStanding;
import io.credithub.domain.division.DivisionChange;
import io.credithub.domain.division.DivisionKind;
import io.credithub.domain.division.DivisionLevel;
import io.credithub.domain.division.DivisionList;
import io.credithub.domain.division.ListedDivision;
import io.credithub.domain.division.SuccessionKind;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.division.FindMisplaced.MisplacedHeads;
import io.credithub.flow.division.RosterDivisions.DivisionHeads;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FindMisplacedTest {
    private static final DivisionCatalogue KNOWN =
            new DivisionCatalogue(
                    new DivisionList(
                            List.of(
                                    listed("140000", "山西省", null),
                                    listed("140213", "平城区", "140000")),
                            List.of(
                                    new DivisionChange(
                                            2018,
                                            "140202",
                                            "大同市城区",
                                            List.of("140213"),
                                            SuccessionKind.MERGE))));

    private static ListedDivision listed(String code, String name, @Nullable String parent) {
        return new ListedDivision(
                code, name, DivisionLevel.of(code), parent, DivisionKind.STANDARD);
    }

    private static final class Filed implements KnownDivisions {
        @Override
        public Uni<DivisionCatalogue> catalogue() {
            return Uni.createFrom().item(KNOWN);
        }

        @Override
        public Uni<Boolean> learn(DivisionList onFile) {
            return Uni.createFrom().item(false);
        }
    }

    @Test
    void whoIsInNoCountyOfTodayIsFoundAndNobodyElse() {
        List<DivisionHeads> roster =
                List.of(
                        new DivisionHeads("140000", 1),
                        new DivisionHeads("140202", 20),
                        new DivisionHeads("140213", 300),
                        new DivisionHeads("149999", 4_000));
        FindMisplaced find = new FindMisplaced(new Filed(), _ -> Uni.createFrom().item(roster));
        assertThat(find.in(Jurisdiction.NATION).await().indefinitely().codes())
                .containsExactly(
                        new MisplacedHeads("140000", CodeStanding.TOO_WIDE, 1),
                        new MisplacedHeads("140202", CodeStanding.ABOLISHED, 20),
                        new MisplacedHeads("149999", CodeStanding.UNKNOWN, 4_000));
    }
}
