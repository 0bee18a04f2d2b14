package io.credithub.store.completion;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.RecordVersion.Matched;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.TrainingRef;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.store.feed.FeedNumbers;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads contents from the rows of one answer. Where each column is, is looked up once: by name for
/// every row, that was a seventh of the time of reading them.
public final class CompletionReader {
    private final int recordKey;
    private final int versionNo;
    private final int state;
    private final int versionRank;
    private final int versionValue;
    private final int content;
    private final int position;
    private final int teacherId;
    private final int programmeId;
    private final int completedOn;
    private final int hours;
    private final int credits;
    private final int experience;
    private final int quality;
    private final int schoolYear;
    private final int policyId;
    private final int rule;
    private final int level;
    private final int form;
    private final int grade;
    private final int evidence;
    private final int sourceCredits;
    private final int recordId;
    private final int themes;
    private final int detail;
    private final int feedId;
    private final int deliveryId;
    private final int family;
    private final int startedOn;
    private final int role;
    private final int hold;
    private final int peer;
    private final int matchRule;
    private final int ruling;
    private final int title;
    private final int titleCode;
    private final int session;
    private final int organiser;

    /// @param row any of the answer, with [ContentQueries#COLUMNS]
    public CompletionReader(Row row) {
        recordKey = row.getColumnIndex("record_key");
        versionNo = row.getColumnIndex("version_no");
        state = row.getColumnIndex("state");
        versionRank = row.getColumnIndex("version_rank");
        versionValue = row.getColumnIndex("version_value");
        content = row.getColumnIndex("content");
        position = row.getColumnIndex("position");
        teacherId = row.getColumnIndex("teacher_id");
        programmeId = row.getColumnIndex("programme_id");
        completedOn = row.getColumnIndex("completed_on");
        hours = row.getColumnIndex("hours");
        credits = row.getColumnIndex("credits");
        experience = row.getColumnIndex("experience");
        quality = row.getColumnIndex("quality");
        schoolYear = row.getColumnIndex("school_year");
        policyId = row.getColumnIndex("policy_id");
        rule = row.getColumnIndex("rule");
        level = row.getColumnIndex("level");
        form = row.getColumnIndex("form");
        grade = row.getColumnIndex("grade");
        evidence = row.getColumnIndex("evidence");
        sourceCredits = row.getColumnIndex("source_credits");
        recordId = row.getColumnIndex("record_id");
        themes = row.getColumnIndex("themes");
        detail = row.getColumnIndex("detail");
        feedId = row.getColumnIndex("feed_id");
        deliveryId = row.getColumnIndex("delivery_id");
        family = row.getColumnIndex("family");
        startedOn = row.getColumnIndex("started_on");
        role = row.getColumnIndex("role");
        hold = row.getColumnIndex("hold");
        peer = row.getColumnIndex("peer");
        matchRule = row.getColumnIndex("match_rule");
        ruling = row.getColumnIndex("ruling");
        title = row.getColumnIndex("title");
        titleCode = row.getColumnIndex("title_code");
        session = row.getColumnIndex("session");
        organiser = row.getColumnIndex("organiser");
    }

    public RecordVersion version(Row row, FeedNumbers feeds) {
        int feed = row.getInteger(feedId);
        Origin origin =
                new Origin(
                        feed,
                        feeds.code(feed),
                        row.getString(recordId),
                        row.getLong(deliveryId),
                        row.getInteger(position));
        RecordContent copy =
                new RecordContent(row.getUUID(recordKey), row.getUUID(content), origin, worth(row));
        VersionOrder order =
                new VersionOrder(
                        VersionOrder.Rank.of(row.getInteger(versionRank)),
                        row.getLong(versionValue));
        Integer teacher = row.getInteger(teacherId);
        return RecordVersion.known(
                copy,
                order,
                new RecordVersion.Entered(
                        row.getInteger(versionNo),
                        VersionState.of(row.getInteger(state)),
                        teacher == null ? RecordVersion.NOBODY : teacher,
                        matched(row),
                        Ruling.of(row.getInteger(ruling))));
    }

    private Matched matched(Row row) {
        int why = row.getInteger(hold);
        int by = row.getInteger(matchRule);
        UUID other = row.getUUID(peer);
        if (why == 0 && by == 0 && other == null) return Matched.ALONE;
        return new Matched(
                why == 0 ? null : HoldReason.of(why), other, by == 0 ? null : MatchRule.of(by));
    }

    private TrainingRef training(Row row, int programme) {
        return new TrainingRef(
                programme,
                row.getInteger(family),
                new ProgrammeTitle(
                        row.getString(title),
                        row.getString(titleCode),
                        row.getString(session),
                        row.getString(organiser)),
                row.getLocalDate(startedOn));
    }

    private @Nullable Valuation worth(Row row) {
        Integer programme = row.getInteger(programmeId);
        if (programme == null) return null;
        AwardAmounts price =
                new AwardAmounts(
                        row.getInteger(policyId),
                        row.getInteger(rule),
                        row.getInteger(schoolYear),
                        row.getInteger(credits),
                        row.getInteger(experience),
                        row.getInteger(quality));
        return new Valuation(
                facts(row),
                training(row, programme),
                row.getInteger(evidence),
                price,
                row.getInteger(sourceCredits));
    }

    /// What the award of a stored completion depends on.
    Facts facts(Row row) {
        TrainingColumns training =
                new TrainingColumns(
                        row.getInteger(form),
                        row.getInteger(hours),
                        row.getInteger(grade),
                        row.getString(detail));
        String joined = row.getString(themes);
        return new Facts(
                Level.of(row.getInteger(level)),
                training.training(),
                TrainingRole.of(row.getInteger(role)),
                joined == null ? List.of() : List.of(joined.split(CompletionRows.THEME_SEPARATOR)),
                row.getLocalDate(completedOn));
    }
}
