package io.credithub.store.completion;

import io.credithub.domain.Narrow;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.TrainingRef;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sql.ArrayColumns;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.SetStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Contents of records as rows of `completion`, both ways.
public final class CompletionRows {
    private static final ArrayColumns COLUMNS =
            ArrayColumns.of(
                    "record_key uuid",
                    "version_no int4",
                    "state int2",
                    "version_rank int2",
                    "version_value int8",
                    "content uuid",
                    "position int4",
                    "teacher_id int4",
                    "programme_id int4",
                    "completed_on date",
                    "hours int4",
                    "credits int4",
                    "experience int4",
                    "quality int4",
                    "school_year int2",
                    "policy_id int4",
                    "rule int2",
                    "level int2",
                    "form int2",
                    "grade int2",
                    "evidence int2",
                    "source_credits int4",
                    "record_id text",
                    "themes text",
                    "detail text",
                    "family int4",
                    "started_on date",
                    "role int2",
                    "hold int2",
                    "peer uuid",
                    "match_rule int2",
                    "said_school int8",
                    "said_name int4");

    /// New contents come from the chunk in hand, so feed and delivery are the same for all.
    public static final SetStatement INSERT =
            COLUMNS.statement(rows ->
                    "insert into completion (%s, feed_id, delivery_id) select %s, $34, $35"
                            .formatted(COLUMNS.names(), rows));

    static final String THEME_SEPARATOR = ",";

    private CompletionRows() {}

    /// One row, ready to be written: the training is taken apart once.
    private record CompletionRow(
            RecordVersion version, @Nullable Valuation worth, TrainingColumns training) {
        private static final TrainingColumns NO_TRAINING = new TrainingColumns(0, 0, 0, null);

        static CompletionRow of(RecordVersion version) {
            Valuation worth = version.copy().worth();
            return new CompletionRow(
                    version,
                    worth,
                    worth == null ? NO_TRAINING : TrainingColumns.of(worth.facts().training()));
        }

        Origin origin() {
            return version.copy().origin();
        }

        @Nullable TrainingRef ref() {
            return worth == null ? null : worth.training();
        }

        int worth(ToIntFunction<Valuation> value) {
            return worth == null ? 0 : value.applyAsInt(worth);
        }

        int price(ToIntFunction<AwardAmounts> value) {
            return worth == null ? 0 : value.applyAsInt(worth.price());
        }
    }

    public static Tuple tuple(List<RecordVersion> versions) {
        ArrayParameters<CompletionRow> columns =
                new ArrayParameters<>(versions.stream().map(CompletionRow::of).toList());
        columns.uuids(line -> line.version().copy().key())
                .ints(line -> line.version().number())
                .shorts(line -> line.version().now().code())
                .shorts(line -> line.version().order().rank().code())
                .longs(line -> line.version().order().value())
                .uuids(line -> line.version().copy().content())
                .ints(line -> Math.toIntExact(line.origin().position()))
                .intsOrNull(line -> teacher(line.version()))
                .intsOrNull(
                        line -> line.worth() == null ? null : line.worth().training().programme())
                .dates(line -> line.worth() == null ? null : line.worth().facts().completedOn());
        Origin origin = versions.getFirst().copy().origin();
        return amounts(columns)
                .plain(Narrow.toShort(origin.feed()))
                .plain(origin.delivery())
                .tuple();
    }

    private static ArrayParameters<CompletionRow> amounts(ArrayParameters<CompletionRow> columns) {
        return columns.ints(line -> line.training().hours())
                .ints(line -> line.price(AwardAmounts::credits))
                .ints(line -> line.price(AwardAmounts::experience))
                .ints(line -> line.price(AwardAmounts::quality))
                .shorts(line -> line.price(AwardAmounts::schoolYear))
                .ints(line -> line.price(AwardAmounts::policy))
                .shorts(line -> line.price(AwardAmounts::rule))
                .shorts(line -> line.worth(worth -> worth.facts().level().code()))
                .shorts(line -> line.training().form())
                .shorts(line -> line.training().grade())
                .shorts(line -> line.worth(Valuation::evidence))
                .intsOrNull(line -> line.worth() == null ? null : line.worth().sourceCredits())
                .texts(line -> line.origin().recordId())
                .texts(line -> line.worth() == null ? null : themes(line.worth().facts()))
                .texts(line -> line.training().detail())
                .intsOrNull(line -> family(line.version()))
                .dates(line -> line.ref() == null ? null : line.ref().startedOn())
                .shorts(line ->
                        line.worth() == null
                                ? TrainingRole.PARTICIPANT.code()
                                : line.worth().facts().role().code())
                .shorts(line -> hold(line.version()))
                .uuids(line -> line.version().matched().peer())
                .shorts(line -> rule(line.version()))
                .longsOrNull(line -> line.version().copy().said().school())
                .intsOrNull(line -> line.version().copy().said().name());
    }

    public static @Nullable Integer teacher(RecordVersion version) {
        return version.teacher() == RecordVersion.NOBODY ? null : version.teacher();
    }

    /// The number of the family of its title; a withdrawal has none.
    public static @Nullable Integer family(RecordVersion version) {
        Valuation worth = version.copy().worth();
        return worth == null ? null : worth.training().family();
    }

    /// Code of why it is held; 0: it is not.
    public static int hold(RecordVersion version) {
        HoldReason hold = version.matched().hold();
        return hold == null ? 0 : hold.code();
    }

    /// Code of what it and its peer belong together by; 0: it has none.
    public static int rule(RecordVersion version) {
        MatchRule rule = version.matched().rule();
        return rule == null ? 0 : rule.code();
    }

    private static @Nullable String themes(Facts facts) {
        return facts.themes().isEmpty() ? null : String.join(THEME_SEPARATOR, facts.themes());
    }

    /// @param row with all columns
    public static RecordVersion version(Row row, FeedNumbers feeds) {
        return new CompletionReader(row).version(row, feeds);
    }

    /// What the award of a stored completion depends on.
    public static Facts facts(Row row) {
        return new CompletionReader(row).facts(row);
    }
}
