package io.credithub.store.completion;

import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is placed in families of titles, found by the index of them.
public final class FamilyRows {
    /// What matching has placed: in force, aside, held, refused.
    public static final String PLACED = "state in (1, 2, 6, 7)";

    /// Whether a record that is none of those of one chunk, from one position to another, is placed
    /// in one of these families.
    public static final String OTHERS =
            """
            select exists (
                select from unnest($1::int4[], $2::int4[]) as g (teacher_id, family)
                cross join lateral (
                    select from completion c where c.teacher_id = g.teacher_id
                        and c.family = g.family and c.%s
                        and (c.delivery_id <> $3 or c.position not between $4 and $5)
                    offset 0) o)\
            """
                    .formatted(PLACED);

    private FamilyRows() {}

    public static Tuple tuple(Collection<FamilyKey> families) {
        return columns(families).tuple();
    }

    private static ArrayParameters<FamilyKey> columns(Collection<FamilyKey> families) {
        return new ArrayParameters<>(List.copyOf(families))
                .ints(FamilyKey::teacher)
                .ints(FamilyKey::family);
    }

    /// For [#OTHERS].
    ///
    /// @param contents of one chunk, one at least
    public static Tuple others(List<RecordVersion> contents) {
        Set<FamilyKey> families = LinkedHashSet.newLinkedHashSet(contents.size());
        List<Long> positions = new ArrayList<>(contents.size());
        for (RecordVersion content : contents) {
            FamilyKey group = content.group();
            if (group != null) families.add(group);
            positions.add(content.copy().origin().position());
        }
        positions.sort(null);
        return columns(families)
                .plain(contents.getFirst().copy().origin().delivery())
                .plain(positions.getFirst())
                .plain(positions.getLast())
                .tuple();
    }
}
