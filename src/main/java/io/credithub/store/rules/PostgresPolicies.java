package io.credithub.store.rules;

import io.credithub.domain.policy.Policy;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.Rulebook;
import io.credithub.store.ledger.LedgerHead;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The policy versions that were ever in force here, with the text of their files, and the
/// decisions about them: an entry can be explained by the very rules that made it, long after the
/// file has changed.
@ApplicationScoped
public class PostgresPolicies implements Policies {
    private final Pool pool;
    private volatile BiFunction<String, String, Policy> reader;
    private volatile Learned learned = new Learned(Map.of(), List.of());

    /// All that this process knows, replaced as a whole.
    ///
    /// @param books in order of their numbers
    private record Learned(Map<Integer, Policy> versions, List<Rulebook> books) {
        @Nullable Rulebook book(int number) {
            return number >= 1 && number <= books.size() ? books.get(number - 1) : null;
        }
    }

    public PostgresPolicies(Pool pool) {
        this.pool = pool;
        this.reader =
                (id, _) -> {
                    throw new IllegalStateException("policy " + id + " before the start");
                };
    }

    /// Learns what the registry has. If nothing was ever decided here, the rules on file are.
    ///
    /// @param bodies makes a policy of its id and the text of its file
    public Uni<Void> learn(RuleSet onFile, BiFunction<String, String, Policy> bodies) {
        reader = bodies;
        return pool.withTransaction(connection ->
                        LedgerHead.lock(connection)
                                .chain(head ->
                                        head.rules() > 0
                                                ? Uni.createFrom().voidItem()
                                                : first(connection, head, onFile)))
                .chain(this::learn);
    }

    private static Uni<Void> first(SqlConnection connection, LedgerHead head, RuleSet onFile) {
        return new RulebookWriter(connection)
                .decide(
                        onFile,
                        new Deciding("start", "首次启动时的政策文件 · the policy files at the first start"))
                .chain(() -> head.ruledBy(1).save(connection));
    }

    /// Reads versions and decisions; another process may have decided.
    public Uni<Void> learn() {
        return pool.query("select id, code, body from policy")
                .execute()
                .chain(versions ->
                        pool.query(RulebookWriter.DECISIONS)
                                .execute()
                                .invoke(books -> learned = learned(versions, books)))
                .replaceWithVoid();
    }

    /// The same, if there is something to learn.
    public Uni<Void> renewed() {
        return pool.query("select rulebook from ledger_head")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0) > learned.books().size())
                .chain(isBehind -> isBehind ? learn() : Uni.createFrom().voidItem());
    }

    private Learned learned(RowSet<Row> rows, RowSet<Row> decisions) {
        Learned known = learned;
        Map<Integer, Policy> versions = new HashMap<>();
        for (Row row : rows) {
            int number = row.getInteger("id");
            Policy policy = known.versions().get(number);
            versions.put(
                    number,
                    policy != null
                            ? policy
                            : reader.apply(row.getString("code"), row.getString("body")));
        }
        List<Rulebook> books = new ArrayList<>();
        for (Row row : decisions) books.add(book(row, versions));
        return new Learned(Map.copyOf(versions), List.copyOf(books));
    }

    private static Rulebook book(Row row, Map<Integer, Policy> versions) {
        Rulebook.RulebookDecision decided =
                new Rulebook.RulebookDecision(
                        row.getInteger("id"),
                        RowReading.instant(row, "decided_at"),
                        row.getString("reason"),
                        row.getString("decided_by"));
        List<NumberedPolicy> all = new ArrayList<>();
        for (Integer number : row.getArrayOfIntegers("versions"))
            all.add(numbered(number, versions));
        return new Rulebook(decided, numbered(row.getInteger("main_id"), versions), all);
    }

    private static NumberedPolicy numbered(int number, Map<Integer, Policy> versions) {
        return new NumberedPolicy(number, Objects.requireNonNull(versions.get(number)));
    }

    @Override
    public Rulebook rules() {
        List<Rulebook> books = learned.books();
        if (books.isEmpty()) throw new IllegalStateException("no policy is in force yet");
        return books.getLast();
    }

    @Override
    public Uni<Rulebook> rules(int number) {
        Rulebook known = learned.book(number);
        if (known != null) return Uni.createFrom().item(known);
        return learn().map(_ -> learned.book(number))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("no decision " + number));
    }

    @Override
    public Rulebook rulesOf(int number) {
        Rulebook known = learned.book(number);
        if (known == null) throw new IllegalArgumentException("no decision " + number);
        return known;
    }

    @Override
    public Rulebook rulesAt(Instant moment) {
        Rulebook first = rules();
        for (Rulebook book : learned.books().reversed()) {
            if (!book.decided().since().isAfter(moment)) return book;
            first = book;
        }
        return first;
    }

    @Override
    public Policy numbered(int number) {
        Policy policy = learned.versions().get(number);
        if (policy == null) throw new IllegalArgumentException("no policy version " + number);
        return policy;
    }
}
