package io.credithub.store.rules;

import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.FeedTerms;
import io.credithub.flow.rules.FiledTerms;
import io.credithub.flow.rules.MatchingOnFile;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.Matchings;
import io.credithub.store.ledger.LedgerHead;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The terms of matching that were ever in force here, with the text of their file: what is posted
/// goes by them, whatever has become of the folder.
@ApplicationScoped
public class PostgresMatchings implements Matchings {
    private static final String SINCE =
            "select * from matching_decision where number > $1 order by number";

    /// Of whoever has delivered something, a decision is needed.
    private static final String DELIVERED =
            """
            select f.code from feed f
            where exists (select from delivery d where d.feed_id = f.id)\
            """;

    private final Pool pool;
    private final MatchingRows rows;
    private volatile LearnedMatchings learned = new LearnedMatchings(-1, List.of());

    /// @param upTo number up to which no other decision is to be found
    /// @param decisions the oldest first
    private record LearnedMatchings(long upTo, List<MatchingDecision> decisions) {
        /// Before the first decision, the first one.
        MatchingDecision at(long basis) {
            MatchingDecision found = decisions.getFirst();
            for (MatchingDecision one : decisions) if (one.number() <= basis) found = one;
            return found;
        }
    }

    public PostgresMatchings(Pool pool, MatchingOnFile files) {
        this.pool = pool;
        this.rows = new MatchingRows(files);
    }

    /// Learns what the registry has. If nothing was ever decided here, what is on file is. Later,
    /// feeds join that have delivered nothing yet; everything else waits for a decision.
    ///
    /// @return what is in force
    public Uni<MatchingTerms> learn(FiledTerms onFile) {
        return pool.withTransaction(connection ->
                        LedgerHead.lock(connection)
                                .chain(head ->
                                        read(connection, -1)
                                                .chain(known ->
                                                        known.isEmpty()
                                                                ? first(connection, head, onFile)
                                                                : join(
                                                                        connection,
                                                                        head,
                                                                        known.getLast().terms(),
                                                                        onFile))))
                .chain(this::all)
                .map(all -> all.getLast().terms());
    }

    /// Under the number that is in force: it says what was so before.
    private static Uni<Void> first(SqlConnection connection, LedgerHead head, FiledTerms onFile) {
        Deciding start =
                new Deciding(
                        "start", "首次启动时的比对文件与来源权限 · matching file and feeds at the first start");
        return new MatchingWriter(connection).decide(head.matching(), start, onFile.first());
    }

    private static Uni<Void> join(
            SqlConnection connection, LedgerHead head, MatchingTerms inForce, FiledTerms onFile) {
        return connection
                .preparedQuery(DELIVERED)
                .execute()
                .map(found -> new HashSet<>(RowReading.list(found, row -> row.getString("code"))))
                .chain(delivered -> {
                    Map<String, FeedTerms> joining = joining(inForce, onFile, delivered);
                    if (joining.isEmpty()) return Uni.createFrom().voidItem();
                    String who = String.join(", ", joining.keySet());
                    Deciding start =
                            new Deciding("start", "尚未报送的来源 · feeds without deliveries yet: " + who);
                    LedgerHead next = head.matched();
                    return new MatchingWriter(connection)
                            .decide(next.matching(), start, inForce.with(inForce.file(), joining))
                            .chain(() -> next.save(connection));
                });
    }

    private static Map<String, FeedTerms> joining(
            MatchingTerms inForce, FiledTerms onFile, Set<String> delivered) {
        Map<String, FeedTerms> joining = new TreeMap<>();
        onFile.sound()
                .forEach((code, terms) -> {
                    boolean isKnown = terms.equals(inForce.feeds().get(code));
                    if (!isKnown && !delivered.contains(code)) joining.put(code, terms);
                });
        return joining;
    }

    @Override
    public Uni<MatchingDecision> at(long basis) {
        LearnedMatchings known = learned;
        if (basis <= known.upTo()) return Uni.createFrom().item(known.at(basis));
        return renewed(known, basis).map(now -> now.at(basis));
    }

    @Override
    public Uni<List<MatchingDecision>> all() {
        LearnedMatchings known = learned;
        return renewed(known, known.upTo()).map(LearnedMatchings::decisions);
    }

    /// @param basis a number that is committed
    private Uni<LearnedMatchings> renewed(LearnedMatchings known, long basis) {
        long last = known.decisions().isEmpty() ? -1 : known.decisions().getLast().number();
        return read(pool, last)
                .map(more -> {
                    List<MatchingDecision> all = new ArrayList<>(known.decisions());
                    all.addAll(more);
                    long newest = all.isEmpty() ? -1 : all.getLast().number();
                    LearnedMatchings now =
                            new LearnedMatchings(Math.max(basis, newest), List.copyOf(all));
                    if (!all.isEmpty() && learned.upTo() < now.upTo()) learned = now;
                    return now;
                });
    }

    private Uni<List<MatchingDecision>> read(SqlClient client, long after) {
        return client.preparedQuery(SINCE).execute(Tuple.of(after)).map(this::decisions);
    }

    private List<MatchingDecision> decisions(RowSet<Row> found) {
        return RowReading.list(
                found,
                row ->
                        new MatchingDecision(
                                row.getLong("number"),
                                RowReading.instant(row, "decided_at"),
                                row.getString("decided_by"),
                                row.getString("reason"),
                                rows.terms(row)));
    }
}
