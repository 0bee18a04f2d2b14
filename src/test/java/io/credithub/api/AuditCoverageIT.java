package io.credithub.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.credithub.api.audit.AuditedOperation;
import io.credithub.api.audit.Unaudited;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every operation of the OpenAPI document leaves a line in the audit trail, but for those listed
/// here, which say why not.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class AuditCoverageIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /// What says nothing of a person.
    private static final List<String> UNAUDITED =
            List.of(
                    "GET /api/v1/certificates/keys",
                    "GET /api/v1/certificates/{number}/status",
                    "GET /api/v1/deliveries",
                    "GET /api/v1/deliveries/{id}",
                    "GET /api/v1/divisions",
                    "GET /api/v1/divisions/misplaced",
                    "GET /api/v1/divisions/{code}",
                    "GET /api/v1/expectations/totals",
                    "GET /api/v1/expectations/totals/{feed}/{month}",
                    "GET /api/v1/feeds",
                    "GET /api/v1/holds/summary",
                    "GET /api/v1/ledger/counties",
                    "GET /api/v1/ledger/proof",
                    "GET /api/v1/programmes",
                    "GET /api/v1/programmes/titles",
                    "GET /api/v1/programmes/{code}",
                    "GET /api/v1/recomputations",
                    "GET /api/v1/recomputations/{id}",
                    "GET /api/v1/reconciliation",
                    "GET /api/v1/reconciliation/breaks/aging",
                    "GET /api/v1/reconciliation/declarations",
                    "GET /api/v1/reconciliation/matchings",
                    "GET /api/v1/reconciliation/matchings/{number}",
                    "GET /api/v1/reconciliation/runs",
                    "GET /api/v1/reconciliation/runs/{id}",
                    "GET /api/v1/reports",
                    "GET /api/v1/reports/jobs",
                    "GET /api/v1/reports/{id}",
                    "GET /api/v1/schools",
                    "GET /api/v1/subscriptions/targets",
                    "GET /verify/{number}",
                    "POST /api/v1/feeds/{feed}/deliveries");

    @Test
    void everyOperationIsAuditedOrSaysWhyNot() {
        Set<String> served = served();
        Set<String> known =
                operations().stream()
                        .map(method -> AuditedOperation.of(method).name())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).containsAll(served);
        assertThat(served).hasSizeGreaterThan(60);
    }

    @Test
    void nothingElseGoesWithoutALine() {
        List<Method> operations = operations();
        assertThat(
                        operations.stream()
                                .filter(method -> !AuditedOperation.of(method).isAudited())
                                .map(method -> AuditedOperation.of(method).name())
                                .distinct()
                                .sorted())
                .containsExactlyElementsOf(UNAUDITED);
        assertThat(operations)
                .filteredOn(method -> method.isAnnotationPresent(Unaudited.class))
                .allSatisfy(method ->
                        assertThat(method.getAnnotation(Unaudited.class).value()).isNotBlank());
    }

    private static Set<String> served() {
        Map<String, Map<String, Object>> paths =
                given().get("/openapi?format=json").then().extract().jsonPath().getMap("paths");
        Set<String> served = new TreeSet<>();
        paths.forEach((path, operations) ->
                operations.keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method ->
                                served.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return served;
    }

    private static List<Method> operations() {
        // A folder, not a package: that would be looked for in every library.
        return new ClassFileImporter()
                .importPath("target/classes").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .map(JavaMethod::reflect)
                        .filter(AuditCoverageIT::isServed)
                        .toList();
    }

    private static boolean isServed(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
