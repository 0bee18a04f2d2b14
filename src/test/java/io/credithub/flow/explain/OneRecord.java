package io.credithub.flow.explain;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.ledger.Cause;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.LedgerEntry.EntryKind;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.ledger.VersionRule;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.Trainings;
import io.credithub.flow.explain.Provenance.Delivered;
import io.credithub.flow.explain.Provenance.PostedEntry;
import io.credithub.flow.explain.Provenance.Related;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.teacher.Registry.Instead;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.LineAmounts;
import io.credithub.flow.teacher.Registry.LineReason;
import io.credithub.flow.teacher.Registry.RecordOrigin;
import io.credithub.reading.ChunkReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// The record `R-1` of the provincial platform as the registry might hold it: 40 h of provincial
/// centralised training, excellent, 16.00 credits under Shanxi's policy.
final class OneRecord {
    static final String FEED = "province-platform";
    static final UUID KEY = new UUID(1, 1);
    static final Facts FACTS =
            new Facts(
                    Level.PROVINCE,
                    new Course(Form.CENTRALISED, 4_000, Grade.EXCELLENT, null),
                    List.of("ETHICS"),
                    LocalDate.of(2023, 5, 1));
    static final String CSV =
            """
            记录编号,版本,状态,教师编号,证件类型,证件号码,姓名,项目名称,培训层次,培训形式,学时,考核等级,主题,结业日期,备注
            R-0,1,正常,T0,,,李二,骨干培训,省培,集中,40,优秀,,2023-05-01,
            R-1,1,正常,T1,居民身份证,14010519900307104X,王一,骨干培训,省级,集中,40,优秀,师德,2023/5/1,电话 13912345678
            """;
    private static final Instant LANDED = Instant.parse("2026-01-15T02:00:00Z");

    private static final UUID OTHER = new UUID(9, 9);

    private OneRecord() {}

    /// A line of a record whose lines are given in short, as `+1 -1 +2`. The highest content that
    /// was posted counts if its last line is an award.
    static PostedEntry lines(String text, long seq) {
        List<Related> lines = new ArrayList<>();
        int most = 0;
        String[] all = text.split(" ");
        for (String one : all) {
            int version = Integer.parseInt(one.substring(1));
            EntryKind kind = one.startsWith("+") ? EntryKind.AWARD : EntryKind.REVERSAL;
            most = Math.max(most, version);
            Credits credits = new Credits(kind.sign() * 1_600L);
            lines.add(
                    new Related(
                            lines.size() + 1L,
                            KEY,
                            version,
                            kind,
                            credits,
                            LANDED,
                            why(kind, version, all)));
        }
        List<RecordVersion> contents = new ArrayList<>();
        for (int number = 1; number <= most; number++) {
            contents.add(
                    content(
                            number,
                            number == most ? VersionState.IN_FORCE : VersionState.SUPERSEDED));
        }
        Related line = lines.get((int) seq - 1);
        VersionState state = contents.get(line.version() - 1).now();
        return new PostedEntry(
                "T1",
                line(line, state),
                contents,
                List.of(contents.getLast()),
                lines,
                delivered(""),
                0);
    }

    /// A content is reversed for the highest that is posted; if there is no other, it was
    /// withdrawn.
    private static LineReason why(EntryKind kind, int version, String[] all) {
        Occasion occasion = Occasion.chunk(3, 0);
        if (kind == EntryKind.AWARD) return new LineReason(EntryReason.AWARDED, occasion, null);
        int other = 0;
        for (String one : all) other = Math.max(other, Integer.parseInt(one.substring(1)));
        if (other == version) return new LineReason(EntryReason.WITHDRAWN, occasion, null);
        Cause cause = new Cause(KEY, other, VersionRule.REVISION);
        return new LineReason(EntryReason.CORRECTED, occasion, new Instead(cause, FEED, "R-1", 3));
    }

    static LedgerLine line(Related line, VersionState state) {
        Award award = ((Judgement.Awarded) Policies.shanxi().judge(FACTS)).award();
        long sign = line.kind().sign();
        return new LedgerLine(
                line.seq(),
                1,
                line.postedAt(),
                line.kind(),
                award.schoolYear(),
                1,
                award.rule(),
                new LineAmounts(
                        new Credits(sign * award.credits().hundredths()),
                        new Credits(sign * award.experience().hundredths()),
                        new Credits(sign * award.quality().hundredths())),
                FACTS,
                "骨干培训",
                new RecordOrigin(FEED, "R-1", 3, 0, 1, line.version(), state, false, null, null),
                line.why(),
                null);
    }

    /// A content of the record: the number is its revision too.
    static RecordVersion content(int number, VersionState state) {
        RecordContent copy =
                new RecordContent(
                        KEY,
                        new UUID(2, number),
                        new RecordContent.Origin(1, FEED, "R-1", 3, 1),
                        worth(1_600));
        return RecordVersion.known(
                copy,
                new VersionOrder(VersionOrder.Rank.REVISION, number),
                entered(number, state, OTHER));
    }

    /// Another system's record of the same training.
    static RecordVersion other(String feed, String recordId, VersionState state) {
        RecordContent copy =
                new RecordContent(
                        OTHER,
                        OTHER,
                        new RecordContent.Origin(2, feed, recordId, 5, 0),
                        worth(800));
        return RecordVersion.known(
                copy, new VersionOrder(VersionOrder.Rank.REVISION, 1), entered(1, state, KEY));
    }

    /// What is aside or held has the other one as its peer.
    private static RecordVersion.Entered entered(int number, VersionState state, UUID other) {
        RecordVersion.Matched matched =
                switch (state) {
                    case ASIDE ->
                            new RecordVersion.Matched(null, other, MatchRule.SAME_NAME_AND_DAY);
                    case HELD ->
                            new RecordVersion.Matched(
                                    HoldReason.SUSPECTED_COPY, other, MatchRule.NAMES_ALIKE);
                    case IN_FORCE, SUPERSEDED, WITHDRAWN, WAITING, REFUSED ->
                            RecordVersion.Matched.ALONE;
                };
        return new RecordVersion.Entered(number, state, 7, matched, Ruling.NONE);
    }

    private static Valuation worth(int credits) {
        return new Valuation(
                FACTS,
                Trainings.named("骨干培训"),
                1,
                new AwardAmounts(1, 4, 2022, credits, credits, 0),
                null);
    }

    /// The delivery of [#CSV].
    static Delivered delivered(String mappingDigest) {
        Format format = new Format(Syntax.CSV, null, null);
        Content content = Content.of(CSV.getBytes(StandardCharsets.UTF_8));
        try (Cuts cuts = new ChunkReading().cut(format, null, content, 100)) {
            Slice slice = Objects.requireNonNull(cuts.next());
            return new Delivered(
                    3,
                    "teachers.csv",
                    "ab".repeat(32),
                    LANDED,
                    LANDED,
                    null,
                    mappingDigest,
                    cuts.charset(),
                    cuts.head(),
                    slice);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
