package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.credithub.store.connection.Sessions;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/// What an entity is to the rest of the house: docs/decisions/0016-aggregates.md.
final class AggregatesTest {
    private final JavaClasses house = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void nobodyElseSetsAnythingOfAnEntity() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass one : house) {
            for (JavaFieldAccess access : one.getFieldAccessesFromSelf()) {
                boolean isSet = access.getAccessType() == JavaFieldAccess.AccessType.SET;
                JavaClass of = access.getTargetOwner();
                boolean isElsewhere = of.isAnnotatedWith(Entity.class) && !of.equals(one);
                if (isSet && isElsewhere) wrong.add(access.getDescription());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anEntityStaysInItsRoomAndHasNoSetters() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass one : house) {
            if (!one.isAnnotatedWith(Entity.class)) continue;
            if (one.getModifiers().contains(JavaModifier.PUBLIC)) wrong.add(one.getName());
            one.getMethods().stream()
                    .filter(method -> method.getName().matches("set[A-Z].*"))
                    .forEach(method -> wrong.add(method.getFullName()));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void sessionsAreOpenedInOnePlace() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass one : house) {
            if (one.isEquivalentTo(Sessions.class)) continue;
            for (JavaAccess<?> access : one.getAccessesFromSelf()) {
                boolean isOpening =
                        access.getTargetOwner().isAssignableTo(Mutiny.SessionFactory.class);
                if (isOpening) wrong.add(access.getDescription());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
