package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.junit.jupiter.api.Test;

/// What every entity keeps to: docs/decisions has why.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class AggregatesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GRANTED =
            """
            select column_name from information_schema.column_privileges
            where table_schema = 'public' and table_name = $1 and grantee = current_user
                and privilege_type = $2\
            """;

    @Inject SessionFactory sessions;
    @Inject Pool pool;

    @Test
    void whatChangesHasAVersionAndAnUpdateThatNamesWhatChanged() {
        List<String> wrong = new ArrayList<>();
        for (AbstractEntityPersister entity : entities()) {
            boolean isDynamic = entity.getEntityMetamodel().isDynamicUpdate();
            boolean isRight = entity.isVersioned() && isDynamic;
            if (entity.isMutable() && !isRight) wrong.add(entity.getEntityName());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anUpdateNamesNothingThatTheHubMayNotChange() {
        Set<String> wrong = new TreeSet<>();
        for (AbstractEntityPersister entity : entities()) {
            Set<String> granted = granted(entity, "UPDATE");
            if (!entity.isMutable()) {
                assertThat(granted).as(entity.getTableName()).isEmpty();
                continue;
            }
            for (String column : columns(entity, entity.getPropertyUpdateability())) {
                if (!granted.contains(column)) wrong.add(entity.getTableName() + "." + column);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anInsertNamesNothingThatTheHubMayNotWrite() {
        Set<String> wrong = new TreeSet<>();
        for (AbstractEntityPersister entity : entities()) {
            Set<String> granted = granted(entity, "INSERT");
            for (String column : columns(entity, entity.getPropertyInsertability())) {
                if (!granted.contains(column)) wrong.add(entity.getTableName() + "." + column);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<AbstractEntityPersister> entities() {
        List<AbstractEntityPersister> entities = new ArrayList<>();
        ((MappingMetamodelImplementor) sessions.getMetamodel())
                .forEachEntityDescriptor(entity -> entities.add(persister(entity)));
        assertThat(entities).isNotEmpty();
        return entities;
    }

    private static AbstractEntityPersister persister(EntityPersister entity) {
        return (AbstractEntityPersister) entity;
    }

    private static Set<String> columns(AbstractEntityPersister entity, boolean[] isNamed) {
        Set<String> columns = new HashSet<>();
        for (int no = 0; no < isNamed.length; no++) {
            boolean isMany = entity.getPropertyTypes()[no].isCollectionType();
            if (isNamed[no] && !isMany) columns.addAll(List.of(entity.getPropertyColumnNames(no)));
        }
        return columns;
    }

    private Set<String> granted(AbstractEntityPersister entity, String privilege) {
        Set<String> columns = new HashSet<>();
        Tuple of = Tuple.of(entity.getTableName(), privilege);
        for (Row row : pool.preparedQuery(GRANTED).execute(of).await().atMost(PATIENCE)) {
            columns.add(row.getString(0));
        }
        return columns;
    }
}
