package io.credithub.store.roster;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.teacher.IdProtection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is who, without the ledger lock: nothing of it changes.
@ApplicationScoped
public class PostgresPersons implements Persons {
    private final Pool pool;
    private final IdProtection ids;

    PostgresPersons(Pool pool, IdProtection ids) {
        this.pool = pool;
        this.ids = ids;
    }

    private PersonRows rows() {
        return new PersonRows(pool, ids);
    }

    @Override
    public Uni<@Nullable KnownPerson> find(String number) {
        return rows().find(number);
    }

    @Override
    public Uni<Void> propose(NewProposal proposal) {
        return pool.withTransaction(
                connection -> new PersonRows(connection, ids).propose(proposal));
    }

    @Override
    public Uni<@Nullable Proposal> proposal(UUID id, Jurisdiction within) {
        return rows().proposal(id, within);
    }

    @Override
    public Uni<List<Proposal>> proposals(ProposalState state, Jurisdiction within) {
        return rows().proposals(state, within);
    }

    @Override
    public Uni<List<Proposal>> proposals(int teacher, Jurisdiction within) {
        return rows().proposals(teacher, within);
    }

    @Override
    public Uni<List<RosterDoubt>> doubts(Jurisdiction within) {
        return rows().doubts(within);
    }

    @Override
    public Uni<List<FormerKey>> former(int teacher) {
        return rows().former(teacher);
    }
}
