package io.credithub.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A key that asked the lock would prove nothing.
class KeyIndependenceTest {
    @Test
    void theAnswerKeyKnowsNothingOfTheHubsOwnConversion() {
        noClasses()
                .that()
                .resideInAPackage("io.credithub.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.credithub.domain.policy..",
                        "io.credithub.domain.standing..",
                        "io.credithub.domain.ledger..",
                        "io.credithub.domain.reconcile..",
                        "io.credithub.flow..")
                .check(new ClassFileImporter().importPath(Path.of("target/apart-classes")));
    }
}
