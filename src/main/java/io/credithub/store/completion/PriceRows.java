package io.credithub.store.completion;

import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.store.sql.ArrayColumns;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.ToIntFunction;

/// New prices of contents that the registry has.
public final class PriceRows {
    private static final ArrayColumns COLUMNS =
            ArrayColumns.of(
                    "record_key uuid",
                    "version_no int4",
                    "credits int4",
                    "experience int4",
                    "quality int4",
                    "school_year int2",
                    "policy_id int4",
                    "rule int2");

    public static final String CHANGE =
            """
            update completion c set %s from (select %s) n
            where c.record_key = n.record_key and c.version_no = n.version_no\
            """
                    .formatted(COLUMNS.assignments(2), COLUMNS.rows());

    private PriceRows() {}

    public static Tuple tuple(List<RecordVersion> versions) {
        return new ArrayParameters<>(versions)
                .uuids(version -> version.copy().key())
                .ints(RecordVersion::number)
                .ints(version -> price(version, AwardAmounts::credits))
                .ints(version -> price(version, AwardAmounts::experience))
                .ints(version -> price(version, AwardAmounts::quality))
                .shorts(version -> price(version, AwardAmounts::schoolYear))
                .ints(version -> price(version, AwardAmounts::policy))
                .shorts(version -> price(version, AwardAmounts::rule))
                .tuple();
    }

    private static int price(RecordVersion version, ToIntFunction<AwardAmounts> value) {
        Valuation worth = version.copy().worth();
        if (worth == null) throw new IllegalArgumentException("a withdrawal has no price");
        return value.applyAsInt(worth.price());
    }
}
