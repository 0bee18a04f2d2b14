package io.credithub.store.review;

import io.credithub.domain.Narrow;
import io.credithub.domain.Sha256;
import io.credithub.domain.review.SignOffAct;
import io.credithub.domain.review.SignOffState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.review.FrozenPart;
import io.credithub.flow.review.FrozenPart.PartMark;
import io.credithub.flow.review.SignOff;
import io.credithub.flow.review.SignOff.SignOffKey;
import io.credithub.flow.review.SignOff.SignOffProof;
import io.credithub.flow.review.SignOff.SignOffStep;
import io.credithub.flow.review.SignOffManifest;
import io.credithub.flow.review.SignOffs;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sign-offs as rows. Of two who take a step at the same moment the row decides: the later one
/// finds another state.
@ApplicationScoped
public class PostgresSignOffs implements SignOffs {
    private final Pool pool;

    public PostgresSignOffs(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<SignOff>> find(long id, Jurisdiction within) {
        return all(SignOffSql.ONE, Tuple.of(id, within.prefix()))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<SignOff>> of(String division, int schoolYear) {
        return all(SignOffSql.OF_YEAR, Tuple.of(division, Narrow.toShort(schoolYear)));
    }

    @Override
    public Uni<List<SignOff>> list(SignOffFilter filter, long before, int most) {
        Integer year = filter.schoolYear();
        SignOffState state = filter.state();
        return all(
                SignOffSql.LIST,
                Tuple.of(filter.within().prefix())
                        .addShort(year == null ? null : Narrow.toShort(year))
                        .addShort(state == null ? null : Narrow.toShort(state.code()))
                        .addLong(before)
                        .addInteger(most));
    }

    private Uni<List<SignOff>> all(String sql, Tuple values) {
        return RowReading.all(pool, sql, values, PostgresSignOffs::signOff);
    }

    @Override
    public Uni<Optional<Long>> prepare(NewSignOff prepared) {
        byte[] manifest = prepared.manifest().canonical();
        SignOffKey about = prepared.about();
        Tuple row =
                Tuple.of(about.division(), Narrow.toShort(about.schoolYear()), about.version())
                        .addLong(prepared.predecessor())
                        .addValue(Buffer.buffer(manifest))
                        .addValue(Buffer.buffer(Sha256.of(manifest)))
                        .addLong(prepared.manifest().ledger().seq());
        return pool.withTransaction(connection ->
                connection
                        .preparedQuery(SignOffSql.PREPARE)
                        .execute(row)
                        .chain(rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().item(Optional.empty())
                                        : kept(
                                                connection,
                                                rows.iterator().next().getLong(0),
                                                prepared)));
    }

    private static Uni<Optional<Long>> kept(SqlConnection on, long id, NewSignOff prepared) {
        Uni<Void> work = step(on, id, prepared.step());
        int no = 0;
        for (FrozenPart part : prepared.parts()) {
            PartMark mark = part.mark();
            Tuple row =
                    Tuple.of(id, Narrow.toShort(no++), mark.name(), mark.rows())
                            .addValue(Buffer.buffer(HexFormat.of().parseHex(mark.sha256())))
                            .addValue(Buffer.buffer(part.content()));
            work =
                    work.chain(
                            () -> on.preparedQuery(SignOffSql.PART).execute(row).replaceWithVoid());
        }
        return work.map(_ -> Optional.of(id));
    }

    private static Uni<Void> step(SqlConnection on, long id, SignOffStep step) {
        Tuple row =
                Tuple.of(
                        id,
                        Narrow.toShort(step.act().code()),
                        step.at().atOffset(ZoneOffset.UTC),
                        step.by(),
                        step.office(),
                        step.note());
        return on.preparedQuery(SignOffSql.STEP).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> advance(SignOffMove move) {
        SignOffProof proof = move.proof();
        Tuple row =
                Tuple.of(
                                move.id(),
                                Narrow.toShort(move.from().code()),
                                Narrow.toShort(move.step().act().to().code()))
                        .addString(proof == null ? null : proof.signature())
                        .addString(proof == null ? null : proof.x());
        return pool.withTransaction(connection ->
                connection
                        .preparedQuery(SignOffSql.ADVANCE)
                        .execute(row)
                        .chain(moved ->
                                moved.rowCount() == 0
                                        ? Uni.createFrom().item(false)
                                        : step(connection, move.id(), move.step())
                                                .replaceWith(true)));
    }

    @Override
    public Uni<Optional<FrozenFiles>> files(long id) {
        return pool.preparedQuery(SignOffSql.FILES)
                .execute(Tuple.of(id))
                .map(PostgresSignOffs::files);
    }

    private static Optional<FrozenFiles> files(RowSet<Row> rows) {
        FrozenFiles found = null;
        List<FrozenPart> parts = new ArrayList<>();
        for (Row row : rows) {
            if (row.getValue("content") != null) {
                byte[] content = row.getBuffer("content").getBytes();
                parts.add(new FrozenPart(row.getString("name"), row.getLong("rows"), content));
            }
            found = new FrozenFiles(row.getBuffer("manifest").getBytes(), parts, proof(row));
        }
        return Optional.ofNullable(found);
    }

    private static SignOff signOff(Row row) {
        return new SignOff(
                row.getLong("id"),
                new SignOffKey(
                        row.getString("division"),
                        row.getInteger("school_year"),
                        row.getInteger("version")),
                SignOffState.of(row.getInteger("state")),
                SignOffManifest.read(row.getBuffer("manifest").getBytes()),
                HexFormat.of().formatHex(row.getBuffer("sha256").getBytes()),
                row.getLong("ledger_seq"),
                row.getLong("predecessor"),
                row.getLong("successor"),
                steps(row),
                proof(row));
    }

    private static @Nullable SignOffProof proof(Row row) {
        String signature = row.getString("signature");
        return signature == null ? null : new SignOffProof(signature, row.getString("signed_with"));
    }

    private static List<SignOffStep> steps(Row row) {
        Integer[] acts = row.getArrayOfIntegers("acts");
        OffsetDateTime[] times = row.getArrayOfOffsetDateTimes("times");
        String[] keys = row.getArrayOfStrings("keys");
        String[] offices = row.getArrayOfStrings("offices");
        String[] notes = row.getArrayOfStrings("notes");
        List<SignOffStep> steps = new ArrayList<>(acts.length);
        for (int i = 0; i < acts.length; i++) {
            steps.add(
                    new SignOffStep(
                            SignOffAct.of(acts[i]),
                            times[i].toInstant(),
                            keys[i],
                            offices[i],
                            notes[i]));
        }
        return steps;
    }
}
