package io.credithub.house;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a namespace of the level `restricted` asks of a pod, and what we ask beyond that.
final class PodRules {
    private static final Set<String> VOLUMES_ALLOWED = Set.of("tmp", "spool", "keys");

    private final List<String> found = new ArrayList<>();

    private PodRules() {}

    /// Every complaint; empty if the pod is as it should be.
    static List<String> complaints(PodSpec pod) {
        PodRules rules = new PodRules();
        rules.pod(pod);
        for (Container container : pod.getContainers()) rules.container(container);
        return rules.found;
    }

    private void pod(PodSpec pod) {
        PodSecurityContext security = pod.getSecurityContext();
        require(security != null && isTrue(security.getRunAsNonRoot()), "may run as root");
        require(security != null && isOver0(security.getRunAsUser()), "has no user of its own");
        require(security != null && "RuntimeDefault".equals(seccomp(security)), "has no seccomp");
        require(isFalse(pod.getAutomountServiceAccountToken()), "gets a token");
        require(!isTrue(pod.getHostNetwork()) && !isTrue(pod.getHostPID()), "shares the host");
        require(isAtLeast60(pod.getTerminationGracePeriodSeconds()), "is killed too soon");
        for (Volume volume : pod.getVolumes()) {
            boolean isBounded =
                    volume.getEmptyDir() == null || volume.getEmptyDir().getSizeLimit() != null;
            require(volume.getHostPath() == null, "mounts the host");
            require(isBounded, volume.getName() + " has no limit");
            require(
                    VOLUMES_ALLOWED.contains(volume.getName()),
                    volume.getName() + " is a surprise");
        }
    }

    private void container(Container container) {
        SecurityContext security = container.getSecurityContext();
        require(
                security != null && isFalse(security.getAllowPrivilegeEscalation()),
                "may escalate");
        require(security != null && isTrue(security.getReadOnlyRootFilesystem()), "may write");
        require(
                security != null
                        && security.getCapabilities() != null
                        && security.getCapabilities().getDrop().equals(List.of("ALL"))
                        && security.getCapabilities().getAdd().isEmpty(),
                "keeps capabilities");
        if (!container.getName().equals("migrate")) probes(container);
        for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
            require(
                    has(container.getResources().getRequests(), resource),
                    "asks for no " + resource);
            require(
                    has(container.getResources().getLimits(), resource),
                    "has no limit: " + resource);
        }
        List<String> mounts =
                container.getVolumeMounts().stream().map(VolumeMount::getMountPath).toList();
        require(mounts.contains("/tmp"), "has nowhere for temporary files");
        secrets(container);
    }

    private void probes(Container container) {
        probe("startup", container.getStartupProbe());
        probe("readiness", container.getReadinessProbe());
        probe("liveness", container.getLivenessProbe());
    }

    private void probe(String kind, @Nullable Probe probe) {
        boolean isOnManagement =
                probe != null
                        && probe.getHttpGet() != null
                        && "management".equals(probe.getHttpGet().getPort().getStrVal())
                        && probe.getHttpGet().getPath().startsWith("/q/health/");
        require(isOnManagement, "has no " + kind + " probe on the management port");
    }

    private void secrets(Container container) {
        for (EnvVar variable : container.getEnv()) {
            boolean isSecret = variable.getName().matches(".*(PASSWORD|KEY|TOKEN|SECRET)");
            boolean isReferred =
                    variable.getValueFrom() != null
                            && variable.getValueFrom().getSecretKeyRef() != null;
            require(!isSecret || isReferred, variable.getName() + " is written down");
        }
        boolean isOwner =
                container.getEnv().stream().anyMatch(v -> v.getName().startsWith("HUB_DB_OWNER"));
        boolean isStep = container.getName().equals("migrate");
        require(isOwner == isStep, "holds the owner's password, or migrates without");
    }

    private void require(boolean holds, String complaint) {
        if (!holds) found.add(complaint);
    }

    private static @Nullable String seccomp(PodSecurityContext security) {
        return security.getSeccompProfile() == null ? null : security.getSeccompProfile().getType();
    }

    private static boolean has(@Nullable Map<String, Quantity> amounts, String resource) {
        return amounts != null && amounts.containsKey(resource);
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean isFalse(@Nullable Boolean value) {
        return Boolean.FALSE.equals(value);
    }

    private static boolean isOver0(@Nullable Long value) {
        return value != null && value > 0;
    }

    private static boolean isAtLeast60(@Nullable Long value) {
        return value != null && value >= 60;
    }
}
