package io.credithub.store.roster;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.roster.PersonAct;
import io.credithub.flow.roster.PersonAct.RecordName;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.teacher.IdentityRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is who, as rows. Changing any needs the ledger lock.
record PersonRows(SqlClient client, IdProtection ids) implements Persons.Changing {
    private static final String FIND =
            """
            select t.id, t.teacher_no, t.answering_division as division_code, t.has_grants
                or exists (select from movement m where m.teacher_id = t.id)
                or exists (select from reservation r where r.teacher_id = t.id)
                or exists (select from certificate c where c.teacher_id = t.id) as has_file
            from teacher t where t.id = %s\
            """
                    .formatted(IdentityRows.HOLDER);

    private static final String PROPOSE =
            """
            insert into person_act (id, kind, teacher_id, other_id, new_number, name, birth_date,
                reason, proposed_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)\
            """;

    private static final String RECORDS =
            """
            insert into person_act_record (act_id, feed, record_id)
            select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing\
            """;

    private static final String PROPOSALS =
            """
            select a.*, coalesce(t.teacher_no, n.value, '') as teacher_no,
                coalesce(o.teacher_no, m.value) as other_no,
                (select array_agg(r.feed order by r.feed, r.record_id)
                    from person_act_record r where r.act_id = a.id) as feeds,
                (select array_agg(r.record_id order by r.feed, r.record_id)
                    from person_act_record r where r.act_id = a.id) as record_ids
            from person_act a join teacher t on t.id = a.teacher_id
            left join teacher o on o.id = a.other_id
            left join lateral (select value from former_identity f
                where f.teacher_id = t.id and f.kind = 1 order by f.id desc limit 1) n on true
            left join lateral (select value from former_identity f
                where f.teacher_id = o.id and f.kind = 1 order by f.id desc limit 1) m on true
            where starts_with(t.answering_division, $1)
                and (o.id is null or starts_with(o.answering_division, $1))
            """;

    private static final String DOUBTS =
            """
            select d.*, (select array_agg(t.teacher_no order by t.teacher_no) from teacher t
                where t.id = any(d.teachers) and t.teacher_no is not null
                    and starts_with(t.answering_division, $1)) as numbers
            from roster_doubt d
            where d.ended_at is null and exists (select from teacher t
                where t.id = any(d.teachers) and starts_with(t.answering_division, $1))
            order by d.first_seen limit $2\
            """;

    private static final String DECIDE =
            """
            update person_act set state = $2, decided_at = now(), decided_by = $3
            where id = $1 and state = 'OPEN'\
            """;

    /// What was in doubt about them is looked at again with the next roster.
    private static final String END_DOUBTS =
            """
            update roster_doubt d set ended_at = now() from person_act a
            where a.id = $1 and d.ended_at is null
                and d.teachers && array[a.teacher_id, coalesce(a.other_id, a.teacher_id)]\
            """;

    @Override
    public Uni<@Nullable KnownPerson> find(String number) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(number))
                .map(rows -> {
                    if (rows.size() == 0) return null;
                    Row row = rows.iterator().next();
                    return new KnownPerson(
                            row.getInteger("id"),
                            row.getString("teacher_no"),
                            row.getString("division_code"),
                            row.getBoolean("has_file"));
                });
    }

    @Override
    public Uni<Void> propose(NewProposal proposal) {
        Tuple row = Tuple.tuple().addUUID(proposal.id());
        row.addString(ProposalRows.kind(proposal.act())).addInteger(proposal.teacher());
        row.addInteger(proposal.other());
        List<RecordName> records = List.of();
        switch (proposal.act()) {
            case PersonAct.Merge _ -> row.addString(null).addString(null).addLocalDate(null);
            case PersonAct.Renumber renumber ->
                    row.addString(renumber.newNumber()).addString(null).addLocalDate(null);
            case PersonAct.PartRecords part -> {
                row.addString(part.newNumber()).addString(part.name());
                row.addLocalDate(part.birthDate());
                records = part.records();
            }
        }
        row.addString(ResidentId.masked(proposal.reason())).addString(proposal.by());
        Tuple names =
                new ArrayParameters<>(records)
                        .texts(RecordName::feed)
                        .texts(RecordName::recordId)
                        .tuple();
        Tuple of = Tuple.of(proposal.id(), names.getValue(0), names.getValue(1));
        return client.preparedQuery(PROPOSE)
                .execute(row)
                .chain(() -> client.preparedQuery(RECORDS).execute(of))
                .replaceWithVoid();
    }

    @Override
    public Uni<@Nullable Proposal> proposal(UUID id, Jurisdiction within) {
        return proposals("and a.id = $2", Tuple.of(within.prefix(), id))
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    @Override
    public Uni<List<Proposal>> proposals(ProposalState state, Jurisdiction within) {
        return proposals(
                "and a.state = $2 order by a.proposed_at desc limit $3",
                Tuple.of(within.prefix(), state.name(), LISTED_MAX));
    }

    @Override
    public Uni<List<Proposal>> proposals(int teacher, Jurisdiction within) {
        return proposals(
                "and $2 in (a.teacher_id, a.other_id) order by a.proposed_at desc limit $3",
                Tuple.of(within.prefix(), teacher, LISTED_MAX));
    }

    private Uni<List<Proposal>> proposals(String which, Tuple parameters) {
        return client.preparedQuery(PROPOSALS + which)
                .execute(parameters)
                .map(rows -> {
                    List<Proposal> proposals = new ArrayList<>(rows.size());
                    for (Row row : rows) proposals.add(ProposalRows.proposal(row));
                    return proposals;
                });
    }

    @Override
    public Uni<List<RosterDoubt>> doubts(Jurisdiction within) {
        return client.preparedQuery(DOUBTS)
                .execute(Tuple.of(within.prefix(), LISTED_MAX))
                .map(rows -> {
                    List<RosterDoubt> doubts = new ArrayList<>(rows.size());
                    for (Row row : rows) doubts.add(ProposalRows.doubt(row));
                    return doubts;
                });
    }

    @Override
    public Uni<List<FormerKey>> former(int teacher) {
        return client.preparedQuery(
                        "select kind, value, ended_at from former_identity where teacher_id = $1"
                                + " order by id desc")
                .execute(Tuple.of(teacher))
                .map(rows -> {
                    List<FormerKey> former = new ArrayList<>(rows.size());
                    for (Row row : rows) former.add(ProposalRows.former(row));
                    return former;
                });
    }

    @Override
    public Uni<Boolean> decide(UUID id, ProposalState state, String by) {
        return client.preparedQuery(DECIDE)
                .execute(Tuple.of(id, state.name(), by))
                .chain(done ->
                        done.rowCount() == 0
                                ? Uni.createFrom().item(false)
                                : run(END_DOUBTS, Tuple.of(id)).replaceWith(true));
    }

    @Override
    public Uni<Void> renumber(int teacher, String number) {
        UUID hash = ids.lookup(number);
        return free(teacher, number)
                .chain(() -> run(PersonSql.KEEP_NUMBER, Tuple.of(teacher)))
                .chain(() -> run(PersonSql.RENUMBER, Tuple.of(teacher, number, hash)));
    }

    /// A number that was the teacher's before is former no more.
    private Uni<Void> free(int teacher, String number) {
        return run(
                "delete from former_identity where kind = 1 and value = $2 and teacher_id = $1",
                Tuple.of(teacher, number));
    }

    @Override
    public Uni<Void> merge(int kept, int other) {
        Tuple both = Tuple.of(kept, other);
        Uni<Void> done = keepName(kept, other);
        for (String sql : PersonSql.MERGE) done = done.chain(() -> run(sql, both));
        return done;
    }

    /// Records may come under the other's name.
    private Uni<Void> keepName(int kept, int other) {
        return client.preparedQuery("select name from teacher where id = $1")
                .execute(Tuple.of(other))
                .map(rows -> NormalForm.person(rows.iterator().next().getString(0)))
                .chain(name -> run(PersonSql.KEEP_NAME, Tuple.of(kept, name)));
    }

    @Override
    public Uni<Integer> part(int teacher, PersonAct.PartRecords part) {
        Tuple row =
                Tuple.of(
                        teacher,
                        part.newNumber(),
                        ids.lookup(part.newNumber()),
                        part.name(),
                        part.birthDate());
        return free(teacher, part.newNumber())
                .chain(() -> client.preparedQuery(PersonSql.PART).execute(row))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private Uni<Void> run(String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }
}
