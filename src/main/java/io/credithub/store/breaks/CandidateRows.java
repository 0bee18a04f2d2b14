package io.credithub.store.breaks;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.TeacherSaid;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakRules;
import io.credithub.domain.reconcile.BreakSubject;
import io.credithub.domain.reconcile.Classification;
import io.credithub.domain.reconcile.Classification.BothTexts;
import io.credithub.domain.reconcile.Classification.RecordFacts;
import io.credithub.domain.reconcile.ComparedRecord;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.BreakPlace;
import io.credithub.domain.reconcile.Discrepancy.BreakRecord;
import io.credithub.store.completion.TrainingColumns;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rows of [RecordSql#CANDIDATES] differ in.
///
/// @param titles that several entries of the register share
record CandidateRows(BreakRules rules, SharedTitles titles) {
    private static final String PEER = "w_";

    List<Discrepancy> read(Iterable<Row> rows) {
        List<Discrepancy> found = new ArrayList<>();
        for (Row row : rows) {
            switch (VersionState.of(row.getInteger("state"))) {
                case ASIDE -> add(found, copy(row));
                case HELD -> found.add(held(row));
                case IN_FORCE -> {
                    add(found, figure(row));
                    add(found, record(row));
                }
                case SUPERSEDED, WITHDRAWN, WAITING, REFUSED ->
                        throw new IllegalStateException("not asked for");
            }
        }
        return found;
    }

    private static void add(List<Discrepancy> found, @Nullable Discrepancy one) {
        if (one != null) found.add(one);
    }

    private static @Nullable Discrepancy copy(Row row) {
        if (row.getUUID(PEER + "record_key") == null) return null;
        Classification as =
                Classification.ofCopies(compared(row, PEER), compared(row, ""), rule(row));
        return discrepancy(
                row,
                BreakAspect.COPY,
                as,
                new BothSides(hours(row, PEER), hours(row, "")),
                BothSides.of(row.getInteger(PEER + "credits"), row.getInteger("credits")));
    }

    /// Nothing was posted: all that it would earn is in question.
    private Discrepancy held(Row row) {
        HoldReason why = HoldReason.of(row.getInteger("hold"));
        int mayBe = Math.toIntExact(row.getLong("may_be"));
        boolean hasPeer = row.getUUID(PEER + "record_key") != null;
        BothTexts programmes = why == HoldReason.NOT_REGISTERED ? programmes(row) : null;
        Classification as;
        if (programmes != null) as = Classification.ofHold(why, programmes);
        else if (!hasPeer) as = Classification.ofHold(why, mayBe, List.of());
        else as = Classification.ofHold(why, mayBe, compared(row, ""), compared(row, PEER));
        return discrepancy(
                row,
                BreakAspect.HOLD,
                as,
                new BothSides(hasPeer ? hours(row, PEER) : null, hours(row, "")),
                BothSides.of(0, row.getInteger("credits")));
    }

    private static @Nullable Discrepancy figure(Row row) {
        Integer figure = row.getInteger("source_credits");
        if (figure == null) return null;
        int award = row.getInteger("credits");
        Classification as = Classification.ofFigures(award, figure);
        if (as == null) return null;
        Long hours = hours(row, "");
        return discrepancy(
                row,
                BreakAspect.FIGURE,
                AwardAmounts.isAdjusted(row.getInteger("rule")) ? as.adjusted() : as,
                new BothSides(hours, hours),
                BothSides.of(award, figure));
    }

    private @Nullable Discrepancy record(Row row) {
        RecordFacts facts =
                new RecordFacts(
                        isOtherName(row) ? new BothTexts(null, null) : null,
                        school(row),
                        programmes(row),
                        row.getLocalDate("left_on"),
                        row.getLocalDate("completed_on"),
                        row.getLocalDate("reported_on"),
                        row.getLocalDate("declared_on"),
                        row.getBoolean("lacks_evidence"));
        Classification as = Classification.ofRecord(facts, rules);
        if (as == null) return null;
        return discrepancy(
                row,
                BreakAspect.RECORD,
                as,
                new BothSides(hours(row, ""), null),
                new BothSides(row.getLong("credits"), null));
    }

    /// Neither the roster's name nor one that was the teacher's before.
    private static boolean isOtherName(Row row) {
        Integer said = row.getInteger("said_name");
        if (said == null) return false;
        if (said == TeacherSaid.name(NormalForm.person(row.getString("roster_name")))) return false;
        String[] former = row.getArrayOfStrings("former_names");
        if (former == null) return true;
        for (String name : former) if (said == TeacherSaid.name(name)) return false;
        return true;
    }

    private @Nullable BothTexts programmes(Row row) {
        Integer title = row.getInteger("shared_title");
        return title == null ? null : titles.meanings(title, row.getLocalDate("completed_on"));
    }

    private static @Nullable BothTexts school(Row row) {
        String theirs = row.getString("other_school");
        return theirs == null ? null : new BothTexts(row.getString("school_code"), theirs);
    }

    private static Discrepancy discrepancy(
            Row row, BreakAspect aspect, Classification as, BothSides hours, BothSides credits) {
        return new Discrepancy(
                BreakSubject.ofRecord(aspect, row.getUUID("record_key")),
                place(row),
                record(row, ""),
                row.getUUID(PEER + "record_key") == null ? null : record(row, PEER),
                hours,
                credits,
                as.fields(),
                as.code(),
                as.isInformation(),
                as.cause());
    }

    static BreakPlace place(Row row) {
        Integer teacher = row.getInteger("teacher_id");
        String division = row.getString("answering_division");
        return new BreakPlace(
                teacher == null ? 0 : teacher,
                division == null ? "" : division,
                row.getString("school_code"),
                row.getInteger("school_year"));
    }

    static BreakRecord record(Row row, String side) {
        return new BreakRecord(
                row.getInteger(side + "feed_id"),
                row.getUUID(side + "record_key"),
                row.getString(side + "record_id"));
    }

    /// Where there are none, it is a result without hours.
    static @Nullable Long hours(Row row, String side) {
        Long hours = row.getLong(side + "hours");
        return hours == null || hours == 0 ? null : hours;
    }

    private static @Nullable MatchRule rule(Row row) {
        int rule = row.getInteger("match_rule");
        return rule == 0 ? null : MatchRule.of(rule);
    }

    private static ComparedRecord compared(Row row, String side) {
        TrainingColumns training =
                new TrainingColumns(
                        row.getInteger(side + "form"),
                        row.getInteger(side + "hours"),
                        row.getInteger(side + "grade"),
                        row.getString(side + "detail"));
        String themes = row.getString(side + "themes");
        return new ComparedRecord(
                new Facts(
                        Level.of(row.getInteger(side + "level")),
                        training.training(),
                        themes == null ? List.of() : List.of(themes.split(",")),
                        row.getLocalDate(side + "completed_on")),
                row.getLocalDate(side + "started_on"),
                row.getInteger(side + "credits"),
                row.getInteger(side + "source_credits"));
    }
}
