package io.credithub.mapping.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyBook;
import io.credithub.domain.policy.terms.Terms;
import io.credithub.flow.feed.FileProblem;
import io.credithub.flow.rules.PolicyVersion;
import io.credithub.mapping.feed.LibraryWords;
import io.credithub.mapping.policy.PolicyLayers.Whole;
import io.credithub.mapping.policy.PolicyVersions.FiledVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The policies of a folder, each one YAML file named by its id, each laid over the one that it
/// extends. Read strictly: an unknown key, a missing one or a bad number is a [FileProblem], and
/// then that policy is not offered.
public final class PolicyFiles {
    private static final String SUFFIX = ".yaml";

    private PolicyFiles() {}

    /// @param policies by id, in its order
    /// @param problems empty if every file is in order
    public record LoadedPolicies(Map<String, PolicyFile> policies, List<FileProblem> problems) {
        /// Which of them holds where and when.
        public PolicyBook book() {
            return new PolicyBook(policies.values().stream().map(PolicyFile::policy).toList());
        }
    }

    /// @param digest SHA-256 of the body, hex: the policy version
    /// @param body all that the policy states: the file's text; of one that extends another, the
    ///   canonical JSON text of both together
    public record PolicyFile(Policy policy, String digest, String body) {
        PolicyVersion version() {
            return new PolicyVersion(policy, digest, body);
        }
    }

    /// A policy from a body that was read without problems once, whatever its files say by now.
    ///
    /// @throws IllegalStateException if it has any
    public static Policy again(String id, String body) {
        List<FileProblem> found = new ArrayList<>();
        try {
            JsonNode tree = PolicyText.tree(body.getBytes(StandardCharsets.UTF_8));
            // Bodies from before this key was asked for were read from the regulation itself.
            if (tree instanceof ObjectNode old && !old.has("confidence")) {
                old.put("confidence", "LAW");
            }
            Policy policy = policy(id, tree, new StrictYaml.ProblemSink(id, found));
            if (policy != null) return policy;
        } catch (IOException broken) {
            throw new IllegalStateException("policy " + id + " cannot be read again", broken);
        }
        throw new IllegalStateException("policy " + id + " cannot be read again: " + found);
    }

    /// @param project the folder under which `mappings/policies` lies
    public static LoadedPolicies ofProject(Path project) {
        return load(project.resolve("mappings").resolve("policies"));
    }

    /// Reads the files of the folder itself; the folders in it hold worked cases, not policies.
    public static LoadedPolicies load(Path folder) {
        Set<FileProblem> problems = new LinkedHashSet<>();
        PolicyLayers layers = new PolicyLayers(problems);
        Map<String, String> texts = new HashMap<>();
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            problems.add(
                    new FileProblem(
                            shown(folder),
                            "",
                            new Text("没有政策文件。", "There is no policy file."),
                            new Text("放入至少一个 .yaml 文件", "put at least one .yaml file there")));
        }
        for (Path file : files) {
            String text = parse(file, layers, problems);
            if (text != null) texts.put(stem(file), text);
        }
        Map<String, PolicyFile> policies = new TreeMap<>();
        List<FiledVersion> versions = new ArrayList<>();
        layers.wholes()
                .forEach((id, whole) -> {
                    String text = texts.getOrDefault(id, "");
                    Policy policy = policy(id, whole, problems);
                    if (policy == null || !whole.isSound()) return;
                    String body =
                            whole.depth() == 0 ? text : PolicyText.canonical(whole.tree().json());
                    policies.put(id, new PolicyFile(policy, PolicyText.digest(body), body));
                    versions.add(
                            new FiledVersion(
                                    whole.file(),
                                    whole.root(),
                                    policy.heading(),
                                    policy.terms().calendar()));
                });
        problems.addAll(PolicyVersions.problems(versions));
        return new LoadedPolicies(Collections.unmodifiableMap(policies), List.copyOf(problems));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// @return the file's text; null if it is no YAML: then there is a problem
    private static @Nullable String parse(
            Path file, PolicyLayers layers, Set<FileProblem> problems) {
        List<FileProblem> found = new ArrayList<>();
        StrictYaml.ProblemSink sheet = new StrictYaml.ProblemSink(shown(file), found);
        try {
            byte[] bytes = Files.readAllBytes(file);
            layers.add(stem(file), sheet.file(), PolicyText.tree(bytes));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            sheet.add(
                    at == null ? "" : at.getLineNr() + ":" + at.getColumnNr(),
                    new Text(
                            "不是有效的 YAML:" + LibraryWords.of(malformed).zh() + "。",
                            "It is not valid YAML: " + malformed.getOriginalMessage()),
                    new Text("更正此处的写法", "mend the text there"));
        } catch (IOException unreadable) {
            sheet.add(
                    "",
                    new Text("文件无法读取。", "The file cannot be read: " + unreadable.getMessage()),
                    new Text("检查文件及其权限", "check the file and its permissions"));
        }
        layers.addUnreadable(stem(file));
        problems.addAll(found);
        return null;
    }

    private static @Nullable Policy policy(String id, Whole whole, Set<FileProblem> problems) {
        List<FileProblem> found = new ArrayList<>();
        Policy policy =
                policy(id, whole.tree().json(), new StrictYaml.ProblemSink(whole.file(), found));
        for (FileProblem problem : found) {
            SourcedYaml.YamlOrigin origin = whole.tree().originOf(problem.path());
            FileProblem stated =
                    new FileProblem(origin.file(), origin.path(), problem.message(), problem.fix());
            boolean isOfThisFile = origin.file().equals(whole.file());
            problems.add(isOfThisFile || problems.contains(stated) ? stated : under(whole, stated));
        }
        return found.isEmpty() ? policy : null;
    }

    /// A lower file states it and is well by itself: it is the upper one that it does not go with.
    private static FileProblem under(Whole whole, FileProblem stated) {
        Text message = stated.message();
        return new FileProblem(
                stated.file(),
                stated.path(),
                new Text(
                        message.zh() + "(叠加 " + whole.file() + " 之后)",
                        message.en() + " (Once " + whole.file() + " is laid over it.)"),
                stated.fix());
    }

    private static @Nullable Policy policy(String id, JsonNode tree, StrictYaml.ProblemSink sheet) {
        Terms terms = new PolicyReader(new StrictYaml(tree, "", sheet)).read();
        if (!terms.id().equals(id)) {
            sheet.add(
                    "/id",
                    new Text("与文件名不同。", "It differs from the name of the file."),
                    new Text("写作 " + id, "write " + id));
        }
        if (!sheet.problems().isEmpty()) return null;
        try {
            return new Policy(terms);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            sheet.add(
                    "",
                    new Text("规则无法一起使用。", "The rules do not go together: " + refused.getMessage()),
                    new Text("检查折算标准", "check the divisors"));
            return null;
        }
    }

    private static String shown(Path file) {
        Path parent = file.getParent();
        int from = Math.max(0, file.getNameCount() - 3);
        return parent == null
                ? file.toString()
                : file.subpath(from, file.getNameCount()).toString();
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
