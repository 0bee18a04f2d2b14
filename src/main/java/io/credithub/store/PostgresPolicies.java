package io.credithub.store;

import io.credithub.domain.policy.Policy;
import io.credithub.flow.Policies;
import io.credithub.flow.PolicyVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The policy versions that were ever in force here, with the text of their files: an entry can be
/// explained by the very rules that made it, long after the file has changed.
@ApplicationScoped
public class PostgresPolicies implements Policies {
    private static final String ADD =
            """
            insert into policy (code, digest, body) values ($1, $2, $3)
            on conflict (code, digest) do nothing\
            """;

    private final Pool pool;
    private final Map<Integer, Policy> byNumber = new ConcurrentHashMap<>();
    private volatile @Nullable Numbered inForce;

    PostgresPolicies(Pool pool) {
        this.pool = pool;
    }

    /// Registers the version that this hub judges by, and learns all that the registry has.
    ///
    /// @param reader makes a policy of its id and the text of its file
    public Uni<Void> learn(PolicyVersion current, BiFunction<String, String, Policy> reader) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(current.policy().id(), current.digest(), current.body()))
                .chain(() -> pool.query("select id, code, digest, body from policy").execute())
                .invoke(rows ->
                        rows.forEach(row -> {
                            int number = row.getShort("id");
                            Policy policy =
                                    reader.apply(row.getString("code"), row.getString("body"));
                            byNumber.put(number, policy);
                            if (current.isOf(row.getString("code"), row.getString("digest"))) {
                                inForce = new Numbered(number, policy);
                            }
                        }))
                .replaceWithVoid();
    }

    @Override
    public Numbered inForce() {
        Numbered current = inForce;
        if (current == null) throw new IllegalStateException("no policy is in force yet");
        return current;
    }

    @Override
    public Policy numbered(int number) {
        Policy policy = byNumber.get(number);
        if (policy == null) throw new IllegalArgumentException("no policy version " + number);
        return policy;
    }
}
