package io.credithub.store.statement;

import io.credithub.domain.Narrow;
import io.credithub.flow.bank.Bank.ExemptionRecord;
import io.credithub.flow.statement.HeldRecords.HeldTraining;
import io.credithub.flow.statement.KnownAccounts;
import io.credithub.flow.statement.KnownAccounts.FoundAccount.Erased;
import io.credithub.flow.statement.KnownAccounts.FoundAccount.KnownAccount;
import io.credithub.flow.statement.KnownAccounts.FoundAccount.Nobody;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.RegisteredTeacher;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sql.RowReading;
import io.credithub.store.teacher.GrantRows;
import io.credithub.store.teacher.PostgresHeldRecords;
import io.credithub.store.teacher.PostgresRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/// A teacher's account in one snapshot, by the questions that the account of now is told by.
@Singleton
public class PostgresKnownAccounts implements KnownAccounts {
    /// Whoever was erased is of no moment: that has no history.
    private static final String ERASED =
            """
            select 1 from public.erased_identity e join public.teacher t on t.id = e.teacher_id
            where e.hash = $1
                and (starts_with(t.answering_division, $2) or starts_with(t.division_code, $2))\
            """;

    private static final String RULEBOOK = "select rulebook from ledger_head";

    private final Snapshots snapshots;
    private final FeedNumbers feeds;
    private final IdProtection ids;

    public PostgresKnownAccounts(Snapshots snapshots, FeedNumbers feeds, IdProtection ids) {
        this.snapshots = snapshots;
        this.feeds = feeds;
        this.ids = ids;
    }

    @Override
    public Uni<FoundAccount> find(AccountQuestion question) {
        return feeds.learned()
                .chain(() ->
                        snapshots.read(
                                question.asOf(),
                                connection -> new AccountReading(connection, question).found()));
    }

    /// One question in its snapshot.
    private final class AccountReading {
        private final SqlConnection connection;
        private final AccountQuestion question;

        AccountReading(SqlConnection connection, AccountQuestion question) {
            this.connection = connection;
            this.question = question;
        }

        Uni<FoundAccount> found() {
            String prefix = question.within().prefix();
            Tuple erased = Tuple.of(ids.lookup(question.teacherNo()), prefix);
            return all(ERASED, erased, row -> row.getInteger(0))
                    .chain(gone ->
                            gone.isEmpty() ? teacher(prefix) : Uni.createFrom().item(new Erased()));
        }

        private Uni<FoundAccount> teacher(String prefix) {
            Tuple who = Tuple.of(question.teacherNo(), prefix, null);
            return all(PostgresRegistry.TEACHER, who, PostgresRegistry::teacher)
                    .chain(found ->
                            found.isEmpty()
                                    ? Uni.createFrom().item(new Nobody())
                                    : account(found.getFirst()));
        }

        private Uni<FoundAccount> account(RegisteredTeacher teacher) {
            Tuple one = Tuple.of(teacher.number());
            return Uni.combine()
                    .all()
                    .unis(
                            all(RULEBOOK, Tuple.tuple(), row -> row.getInteger("rulebook")),
                            lines(teacher.number()),
                            held(teacher.number()),
                            all(GrantRows.EXEMPTIONS, one, GrantRows::exempted))
                    .usingConcurrencyOf(1)
                    .with((rulebook, lines, held, exemptions) ->
                            account(teacher, rulebook.getFirst(), lines, held, exemptions));
        }

        private FoundAccount account(
                RegisteredTeacher teacher,
                int rulebook,
                List<LedgerLine> lines,
                List<HeldTraining> held,
                List<ExemptionRecord> exemptions) {
            return new KnownAccount(teacher, rulebook, lines, held, exemptions);
        }

        private Uni<List<LedgerLine>> lines(int teacher) {
            Tuple every = Tuple.of(teacher, Short.MIN_VALUE, Short.MAX_VALUE);
            return all(PostgresRegistry.LEDGER, every, PostgresRegistry::line);
        }

        private Uni<List<HeldTraining>> held(int teacher) {
            Tuple which =
                    Tuple.of(
                            teacher,
                            Narrow.toShort(question.firstYear()),
                            Narrow.toShort(question.lastYear()),
                            PostgresHeldRecords.HELD_MAX);
            return all(
                    PostgresHeldRecords.HELD,
                    which,
                    row -> PostgresHeldRecords.training(row, feeds));
        }

        private <T> Uni<List<T>> all(String sql, Tuple values, Function<Row, T> reading) {
            return connection
                    .preparedQuery(sql)
                    .execute(values)
                    .map(rows -> RowReading.list(rows, reading));
        }
    }
}
