package io.credithub.store.recompute;

import static io.credithub.testing.AtOnce.MANY;
import static io.credithub.testing.AtOnce.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.testing.PostgresResource;
import io.credithub.testing.SpokenSql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many who go on with one recomputation at the same moment.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class RecomputationChangesIT {
    private static final String ASKED =
            """
            insert into recomputation (asked_by, main_id, against, teachers)
            select 'k', main_id, id, 1000 from rulebook order by id limit 1 returning id\
            """;
    private static final String DECIDED =
            """
            update recomputation set rulebook_id = against, state = 'APPLYING',
                version = version + 1 where id =\
            """;

    @Inject Recomputations kept;
    @Inject Pool pool;

    private int id;

    @BeforeEach
    void somebodyAsks() {
        id = told(pool.query(ASKED).execute()).iterator().next().getInteger(0);
    }

    @Test
    void noStretchIsLostWhileItIsToldToItsEnd() {
        BatchResult stretch = new BatchResult(3, List.of(), Map.of(), List.of());
        told(no ->
                done(
                        no % 4 == 0
                                ? kept.become(id, RecomputationState.TOLD)
                                : kept.note(id, stretch)));
        assertThat(found().done()).isEqualTo(3 * MANY * 3 / 4);
        assertThat(found().state()).isEqualTo(RecomputationState.TOLD);
    }

    @Test
    void whoComesLateDoesNotSetBackWhatWasDecided() {
        decided();
        told(no ->
                done(
                        kept.become(
                                id,
                                no % 2 == 0
                                        ? RecomputationState.TOLD
                                        : RecomputationState.APPLIED)));
        assertThat(found().state()).isEqualTo(RecomputationState.APPLIED);
        told(kept.become(id, RecomputationState.FAILED));
        assertThat(found().state()).isEqualTo(RecomputationState.APPLIED);
    }

    @Test
    void whatStoppedGoesOnOnlyByTheDecision() {
        told(kept.become(id, RecomputationState.FAILED));
        told(kept.become(id, RecomputationState.APPLYING));
        assertThat(found().state()).isEqualTo(RecomputationState.FAILED);
        decided();
        told(kept.become(id, RecomputationState.FAILED));
        told(_ -> done(kept.become(id, RecomputationState.APPLYING)));
        assertThat(found().state()).isEqualTo(RecomputationState.APPLYING);
        assertThat(found().finishedAt()).isNull();
    }

    @Test
    void anUpdateNamesNothingThatWasAsked() {
        try (SpokenSql sql = new SpokenSql()) {
            told(kept.progress(id, 250));
            told(kept.become(id, RecomputationState.TOLD));
            assertThat(sql.updates("recomputation"))
                    .containsExactly(
                            "update recomputation set done=$1,version=$2 where id=$3 and"
                                    + " version=$4",
                            "update recomputation set finished_at=$1,state=$2,version=$3"
                                    + " where id=$4 and version=$5");
        }
    }

    private void decided() {
        told(pool.query(DECIDED + " " + id).execute());
    }

    private static Uni<Boolean> done(Uni<Void> change) {
        return change.replaceWith(true);
    }

    private Recomputation found() {
        return told(kept.find(id, Jurisdiction.NATION)).orElseThrow();
    }
}
