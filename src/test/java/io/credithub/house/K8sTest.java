package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class K8sTest {
    private static final Path BASE = Path.of("k8s/base");
    private static final Map<String, String> POD =
            Map.of(
                    "app.kubernetes.io/name", "credit-hub",
                    "app.kubernetes.io/component", "hub");

    @Test
    void everyFieldIsKnown() throws IOException {
        assertThat(Manifest.readAll(BASE)).hasSize(8).flatMap(Manifest::unknownFields).isEmpty();
    }

    @Test
    void theKustomizationNamesEveryManifest() throws IOException {
        String kustomization = Files.readString(BASE.resolve("kustomization.yaml"));
        try (Stream<Path> paths = Files.list(BASE)) {
            assertThat(paths.map(path -> path.getFileName().toString()))
                    .filteredOn(name -> !name.equals("kustomization.yaml"))
                    .allMatch(name -> kustomization.contains("  - " + name + "\n"));
        }
    }

    @Test
    void aRestrictedNamespaceTakesThePod() throws IOException {
        assertThat(PodRules.complaints(one(Deployment.class).getSpec().getTemplate().getSpec()))
                .isEmpty();
        assertThat(PodRules.complaints(one(Job.class).getSpec().getTemplate().getSpec())).isEmpty();
        assertThat(one(Namespace.class).getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(one(ServiceAccount.class).getAutomountServiceAccountToken()).isFalse();
    }

    @Test
    void everySelectorFindsThePod() throws IOException {
        Deployment hub = one(Deployment.class);
        assertThat(
                        List.of(
                                hub.getSpec().getTemplate().getMetadata().getLabels(),
                                hub.getSpec().getSelector().getMatchLabels(),
                                one(Service.class).getSpec().getSelector(),
                                one(PodDisruptionBudget.class)
                                        .getSpec()
                                        .getSelector()
                                        .getMatchLabels(),
                                one(NetworkPolicy.class)
                                        .getSpec()
                                        .getPodSelector()
                                        .getMatchLabels()))
                .allMatch(POD::equals);
    }

    @Test
    void onePodMayLeaveWithoutAnOutage() throws IOException {
        int kept = one(PodDisruptionBudget.class).getSpec().getMinAvailable().getIntVal();
        assertThat(one(Deployment.class).getSpec().getReplicas()).isGreaterThan(kept);
    }

    @Test
    void theNetworkIsClosedButForWhatIsNamed() throws IOException {
        var policy = one(NetworkPolicy.class).getSpec();
        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getIngress())
                .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty())
                .flatMap(rule -> ports(rule.getPorts()))
                .containsExactly(8080, 9000);
        assertThat(policy.getEgress())
                .allSatisfy(rule -> assertThat(rule.getTo()).isNotEmpty())
                .flatMap(rule -> ports(rule.getPorts()))
                .containsExactly(53, 53, 5432, 443);
    }

    @Test
    void onlyTheStepThatMigratesKnowsTheOwner() throws IOException {
        assertThat(Files.readString(BASE.resolve("deployment.yaml"))).doesNotContain("OWNER");
        assertThat(Files.readString(BASE.resolve("kustomization.yaml"))).doesNotContain("OWNER");
        assertThat(one(Job.class).getSpec().getTemplate().getMetadata().getLabels())
                .isNotEqualTo(POD);
    }

    @Test
    void whatMustBeReachedListensToAll() throws IOException {
        assertThat(Files.readString(BASE.resolve("kustomization.yaml")))
                .contains("HUB_HTTP_HOST=0.0.0.0", "HUB_MANAGEMENT_HOST=0.0.0.0");
    }

    @ParameterizedTest(name = "{0} instead: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    runAsNonRoot: false              | runAsNonRoot: true            | may run as root
                    runAsUser: 0                     | runAsUser: 10001              | has no user
                    type: Unconfined                 | type: RuntimeDefault          | has no seccomp
                    readOnlyRootFilesystem: false    | readOnlyRootFilesystem: true  | may write
                    drop: [NET_RAW]                  | drop: [ALL]                   | capabilities
                    allowPrivilegeEscalation: true   | allowPrivilegeEscalation: false | escalate
                    port: http                       | port: management              | probe
                    TerminationGracePeriodSeconds: 30 | terminationGracePeriodSeconds: 60 | too soon
                    mountPath: /var/tmp              | mountPath: /tmp               | nowhere
                    sizeLimits: 4Gi                  | sizeLimit: 4Gi                | no limit
                    """)
    void aWeakerPodIsSeen(String weak, String strong, String complaint) throws IOException {
        String yaml = Files.readString(BASE.resolve("deployment.yaml"));
        assertThat(yaml).contains(strong);
        Deployment hub = (Deployment) Manifest.read(yaml.replace(strong, weak));
        assertThat(PodRules.complaints(hub.getSpec().getTemplate().getSpec()))
                .anyMatch(line -> line.contains(complaint));
    }

    @Test
    void aMisspeltFieldIsSeen() throws IOException {
        String yaml = Files.readString(BASE.resolve("deployment.yaml"));
        assertThat(Manifest.unknownFields(Manifest.read(yaml.replace("httpGet:", "httpget:"))))
                .hasSize(3);
    }

    @Test
    void aWrongTypeFails() throws IOException {
        String yaml = Files.readString(BASE.resolve("deployment.yaml"));
        assertThatThrownBy(() -> Manifest.read(yaml.replace("replicas: 2", "replicas: two")))
                .hasMessageContaining("replicas");
    }

    @Test
    void aProcessWithoutMemoryEnds() throws IOException {
        assertThat(Files.readString(Path.of("k8s/Containerfile")))
                .contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(Files.readString(Path.of("hub"))).contains("-XX:+ExitOnOutOfMemoryError");
    }

    private static List<Integer> ports(List<NetworkPolicyPort> ports) {
        return ports.stream().map(port -> port.getPort().getIntVal()).toList();
    }

    private static <T extends HasMetadata> T one(Class<T> kind) throws IOException {
        return Manifest.readAll(BASE).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
