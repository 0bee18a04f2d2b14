package io.credithub.store.erasure;

import io.credithub.flow.erasure.PersonTraces;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.store.erasure.Erasing.Tools;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.server.CannotStart;
import io.credithub.store.sql.Deflated;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Goes over the payloads, a batch a transaction, and takes the records of erased persons out of
/// them: by what the records say, in whatever field, and by what the ledger knows of their places.
final class ErasedChunks {
    /// Completion dates after it are findings; none is.
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private static final String SELECT =
            """
            select c.delivery_id, c.chunk_no, c.first_position, c.records, c.payload, c.payload_key,
                c.persons, c.erased, d.charset, d.head, d.head_key, d.feed_id, d.sha256, f.code
            from chunk c join delivery d on d.id = c.delivery_id join feed f on f.id = d.feed_id
            where (c.delivery_id, c.chunk_no) > (?, ?) and c.delivery_id <= ?
                and octet_length(c.payload) > 0
            order by 1, 2 limit ? for update of c\
            """;

    private static final String UPDATE =
            """
            update chunk set payload = ?, payload_key = ?, persons = ?, erased = ?
            where delivery_id = ? and chunk_no = ?\
            """;

    private static final String FINDINGS =
            """
            update finding set value = null, record_id = null where position = any(?)
                and delivery_id in (select id from delivery where id = ? or replay_of = ?)\
            """;

    private final Connection owner;
    private final Tools tools;
    private final PersonTraces traces;
    private final Map<Long, Long> persons = new HashMap<>();
    private final Map<Long, Set<Long>> places = new HashMap<>();

    /// Where the next batch begins.
    ///
    /// @param blotted how many records the batch took out
    record ErasedBatch(long delivery, int chunk, long blotted) {}

    ErasedChunks(Connection owner, Tools tools, Set<UUID> hashes) throws SQLException {
        this.owner = owner;
        this.tools = tools;
        this.traces = new PersonTraces(hashes, tools.ids());
        SecureRandom random = new SecureRandom();
        for (UUID hash : hashes) persons.put(hash.getMostSignificantBits(), random.nextLong());
        findPlaces();
    }

    private void findPlaces() throws SQLException {
        Array erased;
        try (PreparedStatement select = owner.prepareStatement(ErasingSql.ERASED);
                ResultSet row = select.executeQuery()) {
            row.next();
            erased = row.getArray(1);
        }
        try (PreparedStatement select = owner.prepareStatement(ErasingSql.PLACES)) {
            for (int at = 1; at <= 3; at++) select.setArray(at, erased);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    places.computeIfAbsent(rows.getLong(1), _ -> new HashSet<>())
                            .add(rows.getLong(2));
                }
            }
        }
    }

    PersonTraces traces() {
        return traces;
    }

    /// @param last the delivery to end with
    /// @return null if there is nothing behind the place
    @Nullable ErasedBatch batch(ErasedBatch after, long last, int most) throws SQLException {
        ErasedBatch done = null;
        long blotted = 0;
        try (PreparedStatement select = owner.prepareStatement(SELECT)) {
            select.setLong(1, after.delivery);
            select.setInt(2, after.chunk);
            select.setLong(3, last);
            select.setInt(4, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    blotted += chunk(rows);
                    done = new ErasedBatch(rows.getLong(1), rows.getInt(2), blotted);
                }
            }
        }
        return done;
    }

    private int chunk(ResultSet row) throws SQLException {
        long delivery = row.getLong("delivery_id");
        int number = row.getInt("chunk_no");
        Set<Long> erased = positions(row);
        FeedDefinition feed =
                tools.feeds()
                        .find(row.getString("code"))
                        .orElseThrow(() -> CannotStart.becauseNoFormat(code(row)));
        Source source = new Source(feed.format(), row.getString("charset"), head(row));
        Slice slice =
                new Slice(
                        number,
                        row.getLong("first_position"),
                        row.getInt("records"),
                        payload(row, delivery, number),
                        erased);
        Set<Long> theirs = theirs(feed.code(), source, slice, delivery);
        if (theirs.isEmpty() && !isRest(source, slice)) return 0;
        byte[] left = tools.blotting().blot(source, slice, theirs);
        theirs.addAll(erased);
        update(row, delivery, number, left, theirs);
        findings(delivery, theirs);
        return theirs.size() - erased.size();
    }

    private static String code(ResultSet row) {
        try {
            return row.getString("code");
        } catch (SQLException failure) {
            throw CannotStart.becauseDatabase("HUB_DB_URL", failure);
        }
    }

    private Set<Long> theirs(String feed, Source source, Slice slice, long delivery) {
        Set<Long> theirs = new TreeSet<>();
        if (slice.records() == 0) return theirs;
        Set<Long> known = places.getOrDefault(delivery, Set.of());
        List<List<String>> texts = tools.blotting().texts(source, slice);
        List<RawRecord> records = tools.reading().read(source, slice);
        for (int at = 0; at < records.size(); at++) {
            RawRecord record = records.get(at);
            if (slice.erased().contains(record.position())) continue;
            boolean isTheirs =
                    known.contains(record.position())
                            || texts.get(at).stream().anyMatch(traces::areIn)
                            || isMapped(feed, record);
            if (isTheirs) theirs.add(record.position());
        }
        return theirs;
    }

    /// A mapping may make a number out of several fields.
    private boolean isMapped(String feed, RawRecord record) {
        return record.findings().isEmpty()
                && tools.mapping().of(feed).map(record, LATEST)
                        instanceof Mapped.MappedRecord understood
                && traces.areIn(understood.completion());
    }

    /// What follows a record that was too long to be one.
    private boolean isRest(Source source, Slice slice) {
        if (slice.records() > 0) return false;
        return tools.blotting().texts(source, slice).getFirst().stream().anyMatch(traces::areIn);
    }

    private static Set<Long> positions(ResultSet row) throws SQLException {
        Array erased = row.getArray("erased");
        return erased == null ? Set.of() : Set.of((Long[]) erased.getArray());
    }

    private byte[] payload(ResultSet row, long delivery, int chunk) throws SQLException {
        byte[] payload = row.getBytes("payload");
        if (row.getObject("payload_key") == null) return Deflated.inflate(payload);
        return Deflated.inflate(
                tools.sealing().open(Sealed.payloadPlace(delivery, chunk), payload));
    }

    private byte[] head(ResultSet row) throws SQLException {
        byte[] head = row.getBytes("head");
        if (row.getObject("head_key") == null) return head;
        String place = Sealed.deliveryPlace("head", row.getInt("feed_id"), row.getBytes("sha256"));
        return tools.sealing().open(place, head);
    }

    private void update(ResultSet row, long delivery, int chunk, byte[] left, Set<Long> erased)
            throws SQLException {
        try (PreparedStatement update = owner.prepareStatement(UPDATE)) {
            update.setBytes(1, new Sealed(tools.sealing()).payload(delivery, chunk, left));
            update.setInt(2, tools.sealing().key());
            update.setBytes(3, withoutPersons(row.getBytes("persons")));
            update.setArray(4, owner.createArrayOf("int8", erased.toArray()));
            update.setLong(5, delivery);
            update.setInt(6, chunk);
            update.executeUpdate();
        }
    }

    /// As many persons as before, and none of them one of these.
    private byte @Nullable [] withoutPersons(byte @Nullable [] known) {
        if (known == null) return null;
        ByteBuffer others = ByteBuffer.wrap(Arrays.copyOf(known, known.length));
        for (int at = 0; at + Long.BYTES <= known.length; at += Long.BYTES) {
            long person = others.getLong(at);
            others.putLong(at, persons.getOrDefault(person, person));
        }
        return others.array();
    }

    private void findings(long delivery, Set<Long> positions) throws SQLException {
        try (PreparedStatement update = owner.prepareStatement(FINDINGS)) {
            update.setArray(1, owner.createArrayOf("int8", positions.toArray()));
            update.setLong(2, delivery);
            update.setLong(3, delivery);
            update.executeUpdate();
        }
    }
}
