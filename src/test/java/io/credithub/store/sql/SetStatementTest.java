package io.credithub.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.sql.SetStatement.ReadyStatement;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SetStatementTest {
    private static final int MANY = 100;

    private final SetStatement set =
            ArrayColumns.of("id int4", "name text", "kind int2")
                    .statement(rows -> "insert into t select " + rows + ", $4");

    @Test
    void whatIsTheSameInManyRowsGoesOutOnce() {
        ReadyStatement ready = ready(MANY, row -> "n" + row, 7);
        assertThat(ready.sql())
                .isEqualTo(
                        "insert into t select unnest($1::int4[]) as id, unnest($2::text[]) as name,"
                                + " $3::int2 as kind, $4");
        assertThat(ready.values().getArrayOfStrings(1)).hasSize(MANY);
        assertThat(ready.values().getShort(2)).isEqualTo((short) 7);
        assertThat(ready.values().getLong(3)).isEqualTo(42);
    }

    @Test
    void soDoesWhatNoRowHas() {
        ReadyStatement ready = ready(MANY, _ -> null, 7);
        assertThat(ready.sql()).contains("$2::text as name");
        assertThat(ready.values().getValue(1)).isNull();
    }

    @Test
    void oneRowThatIsAnotherMakesItAColumn() {
        for (int other : new int[] {0, 50, MANY - 1}) {
            assertThat(ready(MANY, row -> row == other ? null : "n", 7).sql())
                    .contains("unnest($2::text[])");
            assertThat(ready(MANY, row -> row == other ? "n" : null, 7).sql())
                    .contains("unnest($2::text[])");
        }
    }

    @Test
    void whatTellsTheRowsApartIsAColumnAlways() {
        Tuple values = values(Collections.nCopies(MANY, 1), _ -> "n", 7);
        assertThat(set.ready(values, MANY).sql()).contains("unnest($1::int4[])");
    }

    @Test
    void fewRowsShareOneStatement() {
        ReadyStatement ready = ready(MANY - 1, _ -> "n", 7);
        assertThat(ready.sql()).contains("unnest($2::text[])").contains("unnest($3::int2[])");
        assertThat(ready.values().getArrayOfShorts(2)).hasSize(MANY - 1);
    }

    @Test
    void afterManyWaysTheNextIsMadeOfColumns() {
        SetStatement wide =
                ArrayColumns.of("id int4", "a int4", "b int4", "c int4", "d int4")
                        .statement(rows -> "insert into t select " + rows);
        long ways =
                IntStream.range(0, 16)
                        .mapToObj(way -> wide.ready(wide(way), MANY).sql())
                        .distinct()
                        .count();
        assertThat(ways).isEqualTo(12);
        assertThat(wide.ready(wide(15), MANY).sql()).doesNotContain("$5::int4 as d");
        assertThat(wide.ready(wide(1), MANY).sql()).contains("$2::int4 as a");
    }

    private static Tuple wide(int same) {
        List<Integer> rows = IntStream.range(0, MANY).boxed().toList();
        ArrayParameters<Integer> columns = new ArrayParameters<>(rows).ints(row -> row);
        for (int column = 0; column < 4; column++) {
            boolean isSame = (same >> column & 1) != 0;
            columns.ints(row -> isSame ? 1 : row);
        }
        return columns.tuple();
    }

    private ReadyStatement ready(int rows, IntFunction<@Nullable String> name, int kind) {
        return set.ready(values(IntStream.range(0, rows).boxed().toList(), name, kind), rows);
    }

    private static Tuple values(List<Integer> ids, IntFunction<@Nullable String> name, int kind) {
        List<Integer> rows = IntStream.range(0, ids.size()).boxed().toList();
        return new ArrayParameters<>(rows)
                .ints(ids::get)
                .texts(name::apply)
                .shorts(_ -> kind)
                .plain(42L)
                .tuple();
    }
}
