package io.credithub.app.start;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;
import io.credithub.report.post.DeliveryConfig;
import io.credithub.report.post.TargetCheck;
import io.credithub.report.post.TargetCheck.TargetProblem;
import io.credithub.store.server.CannotStart;
import io.smallrye.config.ConfigValidationException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Targets of reports as the start will read them, and what stands in their way.
final class CheckedTargets {
    private CheckedTargets() {}

    /// Their files are opened; nobody is asked.
    static List<FileProblem> problems(HubEnvironment around) {
        try {
            return config(around).stream()
                    .flatMap(config -> TargetCheck.of(config, KeyFileRights::isOpen).stream())
                    .map(CheckedTargets::problem)
                    .toList();
        } catch (CannotStart unreadable) {
            String told = String.valueOf(unreadable.getMessage());
            return List.of(
                    new FileProblem(
                            "hub.delivery.targets",
                            "",
                            new Text("文件无法查看", told),
                            new Text("检查文件及其权限", "look at the file and its rights")));
        }
    }

    /// @throws CannotStart for the first secret of a target that somebody else can read
    static void requireSecrets(HubEnvironment around) {
        if (!anyIsSet(around)) return;
        config(around)
                .map(TargetCheck::secrets)
                .orElse(List.of())
                .forEach(file -> KeyFileRights.require(file.toAbsolutePath()));
    }

    private static boolean anyIsSet(HubEnvironment around) {
        return Stream.concat(
                        around.environment().keySet().stream(),
                        System.getProperties().stringPropertyNames().stream())
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .anyMatch(name -> name.startsWith("hub.delivery.targets."));
    }

    /// @return empty: the start refuses it, which is told elsewhere
    private static Optional<DeliveryConfig> config(HubEnvironment around) {
        try {
            return Optional.of(
                    CheckedSettings.config(around, DeliveryConfig.class)
                            .getConfigMapping(DeliveryConfig.class));
        } catch (ConfigValidationException wrong) {
            return Optional.empty();
        }
    }

    private static FileProblem problem(TargetProblem one) {
        return new FileProblem(
                one.key(),
                "",
                new Text(one.code() + " " + one.problem().zh(), one.problem().en()),
                one.remedy());
    }
}
