package io.credithub.store.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.reading.StrictJson;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.Claim.Dispatch;
import io.credithub.flow.recognition.Claim.Event;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimRepository.ClaimSearch;
import io.credithub.flow.recognition.Visibility;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/// Claims with what lies below them, read in one session.
final class ClaimRows {
    private static final String SELECT =
            """
            select c, b from ClaimRow c
            join BodyRow b on b.id.claim = c.id and b.id.no = c.revision
            where c.division like :within\
            """;
    private static final String OF_SCHOOL = " and c.school = :school";
    private static final String OF_TEACHERS =
            """
             and (c.id in (select p.id.claim from PartRow p where p.teacher in :teachers)
                or (c.school = :of and c.division = :in
                    and not exists (select 1 from PartRow p where p.id.claim = c.id)))
            order by c.id desc\
            """;
    private static final String IN_STATE = " and c.state = :state";

    private final Session session;
    private final Sealed sealed;

    ClaimRows(Session session, Sealed sealed) {
        this.session = session;
        this.sealed = sealed;
    }

    /// @return null if there is none in sight
    Uni<@Nullable Claim> find(ClaimNumber number, Visibility sight) {
        return seen(sight, " and c.id = :id")
                .setParameter("id", number.id())
                .getSingleResultOrNull()
                .chain(row -> row == null ? Uni.createFrom().nullItem() : whole(number.id(), row));
    }

    /// @param after the number before the first
    Uni<List<Claim>> list(Visibility sight, @Nullable ClaimState state, long after, int most) {
        String where = (state == null ? "" : IN_STATE) + " and c.id > :after order by c.id";
        SelectionQuery<Object[]> query = seen(sight, where).setParameter("after", after);
        if (state != null) query.setParameter("state", state);
        return query.setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(row -> claim(row, List.of(), List.of())).toList());
    }

    /// The newest first. An earlier hub did not note whose its claims are: those of the school.
    Uni<List<Claim>> ofTeachers(ClaimSearch search, Sealing sealing) {
        List<byte[]> teachers =
                search.teacherNos().stream().map(no -> PartRow.keyed(sealing, no)).toList();
        return seen(search.sight(), OF_TEACHERS)
                .setParameter("teachers", teachers)
                .setParameter("of", search.school().code())
                .setParameter("in", search.school().division())
                .setMaxResults(search.most())
                .getResultList()
                .map(rows -> rows.stream().map(row -> claim(row, List.of(), List.of())).toList());
    }

    private SelectionQuery<Object[]> seen(Visibility sight, String where) {
        String school = sight.schoolCode();
        String text = SELECT + (school == null ? "" : OF_SCHOOL) + where;
        SelectionQuery<Object[]> query =
                session.createSelectionQuery(text, Object[].class)
                        .setParameter("within", starting(sight));
        return school == null ? query : query.setParameter("school", school);
    }

    /// How the divisions within sight begin: digits, and nothing else.
    static String starting(Visibility sight) {
        return sight.within().prefix() + "%";
    }

    private Uni<Claim> whole(long claim, Object[] row) {
        return history(claim)
                .chain(history -> dispatches(claim).map(them -> claim(row, history, them)));
    }

    private Uni<List<Event>> history(long claim) {
        String text = "from EventRow where id.claim = :claim order by id.no";
        return session.createSelectionQuery(text, EventRow.class)
                .setParameter("claim", claim)
                .getResultList()
                .map(rows -> rows.stream().map(EventRow::event).toList());
    }

    /// Without the bytes.
    private Uni<List<Dispatch>> dispatches(long claim) {
        String text = "select id.no, delivery from PushRow where id.claim = :claim order by id.no";
        return session.createSelectionQuery(text, Object[].class)
                .setParameter("claim", claim)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .map(row -> new Dispatch((Integer) row[0], (Long) row[1]))
                                .toList());
    }

    private Claim claim(Object[] row, List<Event> history, List<Dispatch> dispatches) {
        String body = ((BodyRow) row[1]).text(sealed);
        return ((ClaimRow) row[0]).claim(json(body), history, dispatches);
    }

    private static JsonNode json(String text) {
        return switch (StrictJson.read(text)) {
            case StrictJson.Parsed.ParsedValue value -> value.node();
            case StrictJson.Parsed.Broken _ ->
                    throw new IllegalStateException("a claim that was read once is broken");
        };
    }
}
