package io.credithub.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Who may see whom. Look down, never up, never sideways.
final class FloorPlan {
    /// Floor 2; each is a layer of its own, or "sideways" goes unseen.
    static final List<String> ADAPTERS =
            List.of(
                    "source",
                    "reading",
                    "mapping",
                    "store",
                    "api",
                    "console",
                    "report",
                    "security");

    /// What the server does not have: the commands on the roof of their own, and what they use.
    static final List<String> APART = List.of("apart", "demo", "torture");

    /// Floors of which no room may lead back to itself.
    static final List<String> WITHOUT_CIRCLES =
            List.of(
                    "domain", "flow", "store", "api", "app", "apart", "demo", "mapping", "source",
                    "torture");

    /// Rooms of `store` that stand on the ledger's, or beside it: each is its own feature's, and no
    /// other room looks into it. What several features need lies in the rooms below.
    static final List<String> CLOSED =
            List.of(
                    "access",
                    "bank",
                    "breaks",
                    "certificate",
                    "division",
                    "erasure",
                    "expectation",
                    "explain",
                    "hold",
                    "processing",
                    "recognition",
                    "recompute",
                    "reconciliation",
                    "register",
                    "report",
                    "review",
                    "roster",
                    "statement");

    private static final Set<String> DICE =
            Set.of(
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.security.SecureRandom");

    private FloorPlan() {}

    static List<ArchRule> rules() {
        List<ArchRule> rules = new ArrayList<>();
        rules.add(floors());
        rules.add(serverAlone());
        rules.add(plainGround());
        rules.add(noClockOnTheGround());
        rules.add(flowKnowsNoContainer());
        rules.add(everyRoomIsOnThePlan());
        rules.add(oneGate());
        for (String floor : WITHOUT_CIRCLES) rules.add(noCircle(floor));
        for (String room : CLOSED) rules.add(closed(room));
        return rules;
    }

    private static ArchRule closed(String room) {
        String itself = "io.credithub.store." + room + "..";
        return noClasses()
                .that()
                .resideInAPackage("io.credithub.store..")
                .and()
                .resideOutsideOfPackage(itself)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(itself)
                .because("a store room is used by its own feature only")
                .allowEmptyShould(true);
    }

    private static ArchRule noCircle(String floor) {
        return SlicesRuleDefinition.slices()
                .matching("io.credithub." + floor + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("the rooms of a floor form no circle")
                .allowEmptyShould(true);
    }

    private static LayeredArchitecture floors() {
        LayeredArchitecture plan =
                Architectures.layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .optionalLayer("app")
                        .definedBy("io.credithub.app..")
                        .optionalLayer("flow")
                        .definedBy("io.credithub.flow..")
                        .optionalLayer("domain")
                        .definedBy("io.credithub.domain..");
        for (String apart : APART) {
            plan = plan.optionalLayer(apart).definedBy("io.credithub." + apart + "..");
        }
        for (String adapter : ADAPTERS) {
            plan =
                    plan.optionalLayer(adapter)
                            .definedBy("io.credithub." + adapter + "..")
                            .whereLayer(adapter)
                            .mayOnlyBeAccessedByLayers("app", "apart");
        }
        return plan.whereLayer("app")
                .mayOnlyBeAccessedByLayers("apart")
                .whereLayer("apart")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("demo")
                .mayOnlyAccessLayers("domain")
                .whereLayer("torture")
                .mayNotAccessAnyLayer()
                .whereLayer("flow")
                .mayOnlyAccessLayers("domain")
                .whereLayer("domain")
                .mayNotAccessAnyLayer();
    }

    private static ArchRule serverAlone() {
        DescribedPredicate<JavaClass> apart = DescribedPredicate.alwaysFalse();
        for (String room : APART) {
            apart = apart.or(resideInAPackage("io.credithub." + room + ".."));
        }
        return noClasses()
                .that(DescribedPredicate.not(apart))
                .should()
                .dependOnClassesThat(apart)
                .because("the server's image has nothing of what stands apart")
                .allowEmptyShould(true);
    }

    private static ArchRule plainGround() {
        return classes()
                .that()
                .resideInAPackage("io.credithub.domain..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage("io.credithub.domain..")
                                .or(resideInAPackage("java.lang.."))
                                .or(resideInAPackage("java.math.."))
                                .or(resideInAPackage("java.time.."))
                                .or(resideInAPackage("java.util.."))
                                .or(resideInAPackage("java.text.."))
                                .or(resideInAPackage("java.nio"))
                                .or(resideInAPackage("java.nio.charset"))
                                .or(resideInAPackage("java.security"))
                                .or(resideInAPackage("org.jspecify.."))
                                .or(nameMatching("java\\.io\\.Serializable"))
                                .or(nameMatching("\\[+[ZBCSIJFD]")))
                .because("the ground floor is plain Java and plain values")
                .allowEmptyShould(true);
    }

    /// A use case says that there is one of it, by an annotation that does nothing by itself. Who
    /// makes it, and of what, is not its business.
    private static ArchRule flowKnowsNoContainer() {
        return noClasses()
                .that()
                .resideInAPackage("io.credithub.flow..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("jakarta..")
                                .or(resideInAPackage("io.quarkus.."))
                                .and(not(type(Singleton.class))))
                .because("the order of work is tried without a container")
                .allowEmptyShould(true);
    }

    private static ArchRule noClockOnTheGround() {
        return noClasses()
                .that()
                .resideInAPackage("io.credithub.domain..")
                .should()
                .callCodeUnitWhere(describe("a clock is asked", FloorPlan::isClock))
                .orShould()
                .callCodeUnitWhere(describe("dice are thrown", FloorPlan::isDice))
                .because("time and chance are arguments")
                .allowEmptyShould(true);
    }

    private static boolean isClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return (name.equals("now") && owner.startsWith("java.time."))
                || name.equals("currentTimeMillis")
                || name.equals("nanoTime");
    }

    private static boolean isDice(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return DICE.contains(owner)
                || owner.startsWith("java.util.random.")
                || call.getName().equals("randomUUID");
    }

    /// A package that is not on the plan would be free of every rule.
    private static ArchRule everyRoomIsOnThePlan() {
        DescribedPredicate<JavaClass> known = resideInAPackage("io.credithub.app..");
        known = known.or(resideInAPackage("io.credithub.flow.."));
        known = known.or(resideInAPackage("io.credithub.domain.."));
        for (String room : APART) {
            known = known.or(resideInAPackage("io.credithub." + room + ".."));
        }
        for (String adapter : ADAPTERS) {
            known = known.or(resideInAPackage("io.credithub." + adapter + ".."));
        }
        return classes().should(be(known));
    }

    /// Camel threads meet Mutiny in one class. A roof may wait too: at the start, and in a command,
    /// the thread is its own.
    private static ArchRule oneGate() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("io.credithub.app..", "io.credithub.apart..")
                .and()
                .doNotHaveFullyQualifiedName("io.credithub.source.poll.ReactiveBridge")
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .callCodeUnitWhere(
                        describe(
                                "a Uni is waited for",
                                call ->
                                        call.getName().equals("await")
                                                && call.getTargetOwner()
                                                        .getName()
                                                        .equals("io.smallrye.mutiny.Uni")))
                .because("only the gate may wait")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaCall<?>> describe(
            String what, Predicate<JavaCall<?>> predicate) {
        return DescribedPredicate.describe(what, predicate);
    }
}
