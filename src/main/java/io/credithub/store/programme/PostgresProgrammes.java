package io.credithub.store.programme;

import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.programme.Programmes;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/// Numbers for titles and families. A province has some tens of thousands of programmes; the recent
/// ones are kept in memory.
@ApplicationScoped
public class PostgresProgrammes implements Programmes {
    /// A title that is there must not cost a number: whoever starts anew sends all of them again.
    private static final String ADD_TITLES =
            """
            insert into programme (normal, code, session, organiser, name)
            select n.* from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                as n (normal, code, session, organiser, name)
            where not exists (select from programme p where p.normal = n.normal
                and coalesce(p.code, '') = coalesce(n.code, '')
                and coalesce(p.session, '') = coalesce(n.session, '')
                and coalesce(p.organiser, '') = coalesce(n.organiser, ''))
            order by normal, code, session, organiser on conflict do nothing\
            """;

    private static final String FIND_TITLES =
            """
            select p.id, p.normal, p.code, p.session, p.organiser
            from unnest($1::text[], $2::text[], $3::text[], $4::text[])
                as n (normal, code, session, organiser)
            join programme p on p.normal = n.normal
                and coalesce(p.code, '') = coalesce(n.code, '')
                and coalesce(p.session, '') = coalesce(n.session, '')
                and coalesce(p.organiser, '') = coalesce(n.organiser, '')\
            """;

    private static final String ADD_FAMILIES =
            """
            insert into programme_family (core) select n.core from unnest($1::text[]) as n (core)
            where not exists (select from programme_family f where f.core = n.core)
            order by core on conflict do nothing\
            """;

    private static final String FIND_FAMILIES =
            """
            select f.id, f.core from unnest($1::text[]) as n (core)
            join programme_family f on f.core = n.core\
            """;

    private final NumberedRows<ProgrammeTitle> titles;
    private final NumberedRows<String> families;

    public PostgresProgrammes(Pool pool) {
        titles =
                new NumberedRows<>(
                        pool,
                        FIND_TITLES,
                        PostgresProgrammes::columns,
                        row ->
                                new ProgrammeTitle(
                                        row.getString("normal"),
                                        row.getString("code"),
                                        row.getString("session"),
                                        row.getString("organiser")));
        families =
                new NumberedRows<>(
                        pool,
                        FIND_FAMILIES,
                        cores -> cores.texts(core -> core),
                        row -> row.getString("core"));
    }

    private static ArrayParameters<ProgrammeTitle> columns(ArrayParameters<ProgrammeTitle> titles) {
        return titles.texts(ProgrammeTitle::name)
                .texts(ProgrammeTitle::code)
                .texts(ProgrammeTitle::session)
                .texts(ProgrammeTitle::organiser);
    }

    @Override
    public Uni<Map<ProgrammeTitle, Integer>> titles(Map<ProgrammeTitle, String> names) {
        return titles.numbers(
                names.keySet(),
                ADD_TITLES,
                unknown -> columns(unknown).texts(title -> names.getOrDefault(title, "")));
    }

    @Override
    public Uni<Map<String, Integer>> families(Set<String> cores) {
        return families.numbers(cores, ADD_FAMILIES, unknown -> unknown.texts(core -> core));
    }

    @Override
    public Programmes provisional() {
        return new Provisional();
    }

    /// Keeps nothing.
    private final class Provisional implements Programmes {
        @Override
        public Uni<Map<ProgrammeTitle, Integer>> titles(Map<ProgrammeTitle, String> names) {
            return titles.known(names.keySet()).map(known -> numbered(names.keySet(), known));
        }

        @Override
        public Uni<Map<String, Integer>> families(Set<String> cores) {
            return families.known(cores).map(known -> numbered(cores, known));
        }

        @Override
        public Programmes provisional() {
            return this;
        }

        private static <K> Map<K, Integer> numbered(Set<K> all, Map<K, Integer> known) {
            for (K one : all) known.putIfAbsent(one, -1 - known.size());
            return known;
        }
    }
}
