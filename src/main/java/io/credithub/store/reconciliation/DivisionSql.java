package io.credithub.store.reconciliation;

import io.credithub.store.delivery.ShareRows;

/// What a division may know of the reconciliation. `$1` is what the codes of its counties begin
/// with.
final class DivisionSql {
    static final String RECOUNT =
            "select f.code as key, "
                    + ShareRows.SUMS
                    + ShareRows.RECORDS
                    + """
                    join feed f on f.id = k.feed_id where starts_with(t.answering_division, $1)
                    group by 1 order by 1\
                    """;

    static final String AWARDS =
            """
            select coalesce(sum(e.credits), 0)::int8 as credits
            from ledger_entry e join teacher t on t.id = e.teacher_id
            where e.kind in (1, 2) and starts_with(t.answering_division, $1)\
            """;

    private DivisionSql() {}
}
