package io.credithub.mapping;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.Terms;
import io.credithub.flow.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The policies of a folder, each one YAML file named by its id. Read strictly: an unknown key, a
/// missing one or a bad number is a [Problem], and then that policy is not offered.
public final class PolicyFiles {
    private static final String SUFFIX = ".yaml";
    private static final ObjectReader READER =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build()
                    .reader();

    private PolicyFiles() {}

    /// @param policies by id, in its order
    /// @param problems empty if every file is in order
    public record Loaded(Map<String, PolicyFile> policies, List<Problem> problems) {}

    /// @param digest SHA-256 of the file, hex: the policy version
    /// @param body the file's text
    public record PolicyFile(Policy policy, String digest, String body) {}

    /// A policy from the text of a file that was read without problems once.
    ///
    /// @throws IllegalStateException if it has any
    public static Policy again(String id, String body) {
        List<Problem> found = new ArrayList<>();
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            PolicyFile file = read(bytes, id, new Settings.Sheet(id, found));
            if (file != null) return file.policy();
        } catch (IOException broken) {
            throw new IllegalStateException("policy " + id + " cannot be read again", broken);
        }
        throw new IllegalStateException("policy " + id + " cannot be read again: " + found);
    }

    /// @param project the folder under which `mappings/policies` lies
    public static Loaded ofProject(Path project) {
        return load(project.resolve("mappings").resolve("policies"));
    }

    public static Loaded load(Path folder) {
        Map<String, PolicyFile> policies = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException _) {
            files = List.of();
        }
        if (files.isEmpty()) {
            problems.add(
                    new Problem(
                            shown(folder),
                            "",
                            new Text("没有政策文件。", "There is no policy file."),
                            new Text("放入至少一个 .yaml 文件", "put at least one .yaml file there")));
        }
        for (Path file : files) {
            PolicyFile policy = read(file, problems);
            if (policy != null) policies.put(policy.policy().id(), policy);
        }
        return new Loaded(Collections.unmodifiableMap(policies), List.copyOf(problems));
    }

    private static @Nullable PolicyFile read(Path file, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        Settings.Sheet sheet = new Settings.Sheet(shown(file), found);
        PolicyFile policy = null;
        try {
            byte[] bytes = Files.readAllBytes(file);
            policy = read(bytes, stem(file), sheet);
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            sheet.add(
                    at == null ? "" : at.getLineNr() + ":" + at.getColumnNr(),
                    new Text(
                            "不是有效的 YAML。",
                            "It is not valid YAML: " + malformed.getOriginalMessage()),
                    new Text("更正此处的写法", "mend the text there"));
        } catch (IOException unreadable) {
            sheet.add(
                    "",
                    new Text("文件无法读取。", "The file cannot be read: " + unreadable.getMessage()),
                    new Text("检查文件及其权限", "check the file and its permissions"));
        }
        problems.addAll(found);
        return found.isEmpty() ? policy : null;
    }

    private static @Nullable PolicyFile read(byte[] bytes, String stem, Settings.Sheet sheet)
            throws IOException {
        Terms terms = new PolicyReader(new Settings(tree(bytes), "", sheet)).read();
        if (!terms.id().equals(stem)) {
            sheet.add(
                    "/id",
                    new Text("与文件名不同。", "It differs from the name of the file."),
                    new Text("写作 " + stem, "write " + stem));
        }
        if (!sheet.problems().isEmpty()) return null;
        try {
            return new PolicyFile(
                    new Policy(terms), sha256(bytes), new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | ArithmeticException refused) {
            sheet.add(
                    "",
                    new Text("规则无法一起使用。", "The rules do not go together: " + refused.getMessage()),
                    new Text("检查折算标准", "check the divisors"));
            return null;
        }
    }

    private static JsonNode tree(byte[] bytes) throws IOException {
        try (JsonParser parser = READER.createParser(bytes)) {
            JsonNode node = READER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "a second document follows");
            }
            return node;
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) { // every Java has it
            throw new IllegalStateException(impossible);
        }
    }
}
