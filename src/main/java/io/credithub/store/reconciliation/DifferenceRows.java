package io.credithub.store.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.reconciliation.CopiesDiffer;
import io.credithub.flow.reconciliation.CopiesDiffer.DifferingCopy;
import io.credithub.flow.reconciliation.CopiesDiffer.Field;
import io.credithub.flow.reconciliation.ReconciliationFigures.CopyCursor;
import io.credithub.flow.reconciliation.ReconciliationFigures.PlacedDifference;
import io.credithub.store.completion.CopySql;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Copies of the same training that are set aside and differ from the one in force, in something
/// that both state. The one that counts is found by its key.
final class DifferenceRows {
    static final String SELECT =
            """
            select t.teacher_no, t.answering_division, p.name as programme, a.teacher_id,
                a.family, a.record_key, a.level, a.completed_on,
                f1.code as feed1, w.record_id as record1, w.delivery_id as delivery1,
                w.position as position1, w.hours as hours1, w.grade as grade1,
                w.credits as credits1, w.source_credits as source1,
                f2.code as feed2, a.record_id as record2, a.delivery_id as delivery2,
                a.position as position2, a.hours as hours2, a.grade as grade2,
                a.credits as credits2, a.source_credits as source2,
                d.fields, d.of_force, d.of_aside
            from completion a
            join completion w on w.record_key = a.peer and w.state = 1
            join teacher t on t.id = a.teacher_id
            join programme p on p.id = a.programme_id
            join feed f1 on f1.id = w.feed_id
            join feed f2 on f2.id = a.feed_id
            cross join lateral (
                select array_agg(field order by no) as fields,
                    array_agg(in_force order by no) as of_force,
                    array_agg(aside order by no) as of_aside
                from (%s) v) d
            where a.state in (1, 2, 6, 7) and a.state = 2
                and (a.teacher_id, a.family) >= ($1::int4, $2::int4)
                and (a.teacher_id, a.family, a.record_key) > ($1, $2, $3::uuid)
                and t.answering_division like $4
                and d.fields is not null
            order by a.teacher_id, a.family, a.record_key limit $5\
            """
                    .formatted(CopySql.FIELDS);

    private DifferenceRows() {}

    static PlacedDifference placed(Row row) {
        return new PlacedDifference(
                new CopyCursor(
                        row.getInteger("teacher_id"),
                        row.getInteger("family"),
                        row.getUUID("record_key")),
                new CopiesDiffer(
                        row.getString("teacher_no"),
                        row.getString("answering_division"),
                        row.getString("programme"),
                        Level.of(row.getInteger("level")),
                        row.getLocalDate("completed_on"),
                        copy(row, "1"),
                        copy(row, "2"),
                        fields(row)));
    }

    private static List<Field> fields(Row row) {
        String[] names = row.getArrayOfStrings("fields");
        String[] inForce = row.getArrayOfStrings("of_force");
        String[] aside = row.getArrayOfStrings("of_aside");
        List<Field> fields = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            fields.add(new Field(names[i], inForce[i], aside[i]));
        }
        return fields;
    }

    private static DifferingCopy copy(Row row, String side) {
        return new DifferingCopy(
                row.getString("feed" + side),
                row.getString("record" + side),
                row.getLong("delivery" + side),
                row.getInteger("position" + side),
                new Hours(row.getInteger("hours" + side)),
                grade(row.getInteger("grade" + side)),
                new Credits(row.getInteger("credits" + side)),
                credits(row.getInteger("source" + side)));
    }

    private static @Nullable Grade grade(int code) {
        return code == 0 ? null : Grade.of(code);
    }

    private static @Nullable Credits credits(@Nullable Integer hundredths) {
        return hundredths == null ? null : new Credits(hundredths);
    }
}
