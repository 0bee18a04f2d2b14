package io.credithub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class DenyByDefaultTest {
    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

    @Test
    void everyResourceMethodNamesWhoMayCallIt() {
        List<JavaMethod> methods = resourceMethods();
        assertThat(methods).hasSizeGreaterThan(14);
        assertThat(methods)
                .filteredOn(method -> !method.isAnnotatedWith(PermitAll.class))
                .allSatisfy(method ->
                        assertThat(method.isAnnotatedWith(RolesAllowed.class))
                                .as(method.getFullName())
                                .isTrue());
    }

    /// Whoever holds a certificate or a printed report has no key of this hub.
    @Test
    void onlyTheCheckOfAPaperIsOpenToAll() {
        assertThat(resourceMethods())
                .filteredOn(method -> method.isAnnotatedWith(PermitAll.class))
                .extracting(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .containsExactlyInAnyOrder(
                        "CertificateKeyResource.keys",
                        "CertificateKeyResource.status",
                        "VerifyResource.page",
                        "VerifyResource.json");
    }

    @Test
    void whatNamesNobodyIsClosedToAll() throws IOException {
        Properties settings = new Properties();
        try (InputStream in =
                DenyByDefaultTest.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        assertThat(settings.getProperty("quarkus.security.jaxrs.deny-unannotated-endpoints"))
                .isEqualTo("true");
    }

    private static List<JavaMethod> resourceMethods() {
        // A folder, not a package: that would be looked for in every library.
        return new ClassFileImporter()
                .importPath("target/classes").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> METHODS.stream().anyMatch(method::isAnnotatedWith))
                        .toList();
    }
}
