package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FloorPlanTest {
    private static final Path SERVER = Path.of("target/classes");
    private static final Path APART = Path.of("target/apart-classes");
    private static final String UNI = "io.smallrye.mutiny.Uni.createFrom().item(1)";

    @Test
    void everyStepGoesDown() {
        JavaClasses house = new ClassFileImporter().importPaths(SERVER, APART);
        assertThat(house).isNotEmpty();
        assertThat(broken(house)).isEmpty();
    }

    @Test
    void whatStandsApartIsCompiledApart() {
        assertThat(floors(SERVER)).isNotEmpty().doesNotContainAnyElementsOf(FloorPlan.APART);
        assertThat(floors(APART)).containsExactlyInAnyOrderElementsOf(FloorPlan.APART);
    }

    private static Set<String> floors(Path classes) {
        return new ClassFileImporter()
                .importPath(classes).stream()
                        .map(type -> type.getPackageName().split("\\.", 4)[2])
                        .collect(Collectors.toSet());
    }

    @Test
    void aStepInTheWrongDirectionIsSeen(@TempDir Path folder) throws IOException {
        JavaClasses house =
                houseWith(
                        folder,
                        """
                        domain  Up1       io.credithub.flow.Seen       it
                        flow    Up2       io.credithub.store.Seen      it
                        store   Up3       io.credithub.app.Seen        it
                        api     Sideways1 io.credithub.store.Seen      it
                        source  Sideways2 io.credithub.mapping.Seen    it
                        demo    Sideways3 io.credithub.api.Seen        it
                        demo    Asks      io.credithub.flow.Seen       it
                        torture Looks     io.credithub.domain.Seen     it
                        store   Up4       io.credithub.demo.Seen       it
                        app     Up5       io.credithub.apart.Seen      it
                        attic   Unplanned java.lang.String             it
                        domain  File      java.nio.file.Path           it
                        domain  Database  java.sql.Connection          it
                        domain  Clock1    java.time.Instant            it=java.time.Instant.now()
                        domain  Clock2    long                         it=System.nanoTime()
                        domain  Dice1     java.util.Random             it=new_java.util.Random()
                        domain  Dice2     Object it=java.util.UUID.randomUUID()
                        store   Waiting   Object it=UNI.await()
                        """);
        List<String> broken = broken(house);
        assertThat(names(house))
                .hasSize(18)
                .allSatisfy(name -> assertThat(broken).anyMatch(line -> line.contains(name)));
    }

    @Test
    void aCircleOfRoomsIsSeen(@TempDir Path folder) throws IOException {
        JavaClasses house =
                houseWith(
                        folder,
                        """
                        api.one Here      io.credithub.api.two.There   it
                        api.two There     io.credithub.api.one.Here    it
                        """);
        assertThat(broken(house)).anyMatch(line -> line.contains("Cycle detected"));
    }

    @Test
    void aLookIntoAnotherFeaturesStoreRoomIsSeen(@TempDir Path folder) throws IOException {
        JavaClasses house =
                houseWith(
                        folder,
                        """
                        store.bank   Here      java.lang.String                  it
                        store.roster There     io.credithub.store.bank.Here      it
                        """);
        assertThat(broken(house)).anyMatch(line -> line.contains("There.it"));
    }

    @Test
    void aContainerInFlowIsSeen(@TempDir Path folder) throws IOException {
        JavaClasses house =
                houseWith(
                        folder,
                        """
                        flow    Scoped    jakarta.enterprise.context.ApplicationScoped it
                        flow    Started   io.quarkus.runtime.StartupEvent it
                        flow    Single    jakarta.inject.Singleton it
                        """);
        assertThat(broken(house))
                .anyMatch(line -> line.contains("Scoped"))
                .anyMatch(line -> line.contains("Started"))
                .noneMatch(line -> line.contains("Single."));
    }

    @Test
    void aStepDownIsFine(@TempDir Path folder) throws IOException {
        JavaClasses house =
                houseWith(
                        folder,
                        """
                        app     Roof1     io.credithub.store.Seen      it
                        app     Roof2     io.credithub.flow.Seen       it
                        apart   Roof3     io.credithub.app.Seen        it
                        apart   Roof4     io.credithub.demo.Seen       it
                        demo    Down0     io.credithub.domain.Seen     it
                        store   Down1     io.credithub.flow.Seen       it
                        api     Down2     io.credithub.domain.Seen     it
                        flow    Down3     io.credithub.domain.Seen     it
                        domain  Plain     java.time.LocalDate          it
                        """);
        assertThat(names(house)).hasSize(9);
        assertThat(broken(house)).isEmpty();
    }

    private static List<String> broken(JavaClasses house) {
        return FloorPlan.rules().stream()
                .map((ArchRule rule) -> rule.evaluate(house))
                .flatMap(result -> result.getFailureReport().getDetails().stream())
                .toList();
    }

    /// The classes that a table made up, without those that are only seen.
    private static List<String> names(JavaClasses house) {
        return house.stream()
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith(".Seen"))
                .toList();
    }

    /// Compiled together, because a compiler starts slowly.
    ///
    /// @param table a line for each class: room, name, type of its one field, and that field
    private static JavaClasses houseWith(Path folder, String table) throws IOException {
        Stream<String> seen =
                Stream.of(FloorPlan.ADAPTERS, FloorPlan.APART, List.of("app", "flow", "domain"))
                        .flatMap(List::stream)
                        .map(room -> "package io.credithub." + room + "; public class Seen {}");
        Stream<String> seeing =
                table.lines()
                        .map(line -> line.split(" +", 4))
                        .map(cell -> source(cell[0], cell[1], cell[2] + " " + cell[3]));
        Snippet.compile(folder, Stream.concat(seen, seeing).toArray(String[]::new));
        return new ClassFileImporter().importPath(folder);
    }

    private static String source(String room, String name, String field) {
        return "package io.credithub.%s; public class %s { %s; }"
                .formatted(room, name, field.replace("new_", "new ").replace("UNI", UNI));
    }
}
