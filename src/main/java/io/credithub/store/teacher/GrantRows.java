package io.credithub.store.teacher;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.GrantedFact;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.flow.bank.Bank.ExemptionRecord;
import io.credithub.store.sql.RowReading;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is granted to a teacher, lent and decided, as one column of a question about the teacher:
/// null for the many who have nothing, so that asking costs them nothing.
public final class GrantRows {
    /// Of the teacher `$1`, the earliest first.
    public static final String EXEMPTIONS =
            "select * from exemption where teacher_id = $1 order by granted_at, id";

    private static final String GRANTED =
            """
            case when t.has_grants then json_build_object(
                'exemptions', (select json_agg(json_build_array(kind, school_year))
                    from exemption where teacher_id = t.id and KNOWN),
                'loans', (select json_agg(json_build_array(school_year, credits, line))
                    from loan where teacher_id = t.id and KNOWN),
                'decided', (select json_agg(json_build_array(school_year, recognised, qualified,
                        figures, (select held from year_confirmation c where c.decision = d.id
                            and c.granted_at < coalesce(BEFORE::timestamptz, 'infinity')
                            order by c.granted_at desc, c.id limit 1)))
                    from decided_year d where teacher_id = t.id and KNOWN)) end as granted\
            """;

    private static final String KNOWN =
            """
            granted_at < coalesce(BEFORE::timestamptz, 'infinity')
                and (ended_at is null or ended_at >= coalesce(BEFORE::timestamptz, 'infinity'))\
            """;

    private GrantRows() {}

    /// The column `granted`, in a question about `teacher t`.
    ///
    /// @param before an instant in SQL: what came later is left out; `null`: what holds now
    static String granted(String before) {
        return GRANTED.replace("KNOWN", KNOWN).replace("BEFORE", before);
    }

    /// What the roster says together with the column `granted`.
    static TeacherFacts with(TeacherFacts roster, Row row) {
        JsonObject granted = row.getJsonObject("granted");
        if (granted == null) return roster;
        return roster.with(
                each(granted.getJsonArray("exemptions"), GrantRows::exemption),
                each(granted.getJsonArray("loans"), GrantRows::loan),
                each(granted.getJsonArray("decided"), GrantRows::decided));
    }

    /// @param row of [#EXEMPTIONS]
    public static ExemptionRecord exempted(Row row) {
        return new ExemptionRecord(
                row.getUUID("id"),
                row.getString("kind"),
                row.getInteger("school_year"),
                row.getString("evidence"),
                RowReading.granted(row),
                RowReading.ended(row));
    }

    private static GrantedFact exemption(JsonArray row) {
        return new GrantedFact(row.getString(0), row.getInteger(1));
    }

    private static Loan loan(JsonArray row) {
        return new Loan(row.getInteger(0), new Credits(row.getLong(1)), row.getString(2));
    }

    private static FrozenYear decided(JsonArray row) {
        return new FrozenYear(
                row.getInteger(0),
                new Credits(row.getLong(1)),
                row.getBoolean(2),
                DecidedJson.figures(row.getJsonObject(3)),
                DecidedJson.held(row.getJsonObject(4)));
    }

    private static <T> List<T> each(@Nullable JsonArray rows, Function<JsonArray, T> reading) {
        if (rows == null) return List.of();
        List<T> all = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) all.add(reading.apply(rows.getJsonArray(i)));
        return all;
    }
}
