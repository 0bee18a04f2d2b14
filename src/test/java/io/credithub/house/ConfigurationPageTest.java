package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/configuration.md` is printed from the code. When this fails, look at what
/// `target/configuration.md` says, and if it is what you mean, copy it.
final class ConfigurationPageTest {
    private static final Path PROJECT = Path.of(System.getProperty("hub.project", "."));
    private static final Pattern VARIABLE = Pattern.compile("\\bHUB_[A-Z][A-Z_]*[A-Z]\\b");

    /// What the launcher and `application.properties` read. A variable that is found in the code
    /// and is missing here fails the test.
    private static final Map<String, String> VARIABLES =
            Map.ofEntries(
                    Map.entry(
                            "HUB_HOME",
                            "The folder of the embedded database and of the keys that"
                                    + " the hub makes; `~/.credit-hub` by default."),
                    Map.entry(
                            "HUB_ROUTES",
                            "The folder of the route files; `routes` in the"
                                    + " project's folder by default."),
                    Map.entry("HUB_HTTP_PORT", "The port of the API and the console; 8080."),
                    Map.entry("HUB_MANAGEMENT_PORT", "The port of health and metrics; 9000."),
                    Map.entry(
                            "HUB_HTTP_HOST",
                            "The address that the API listens on; 127.0.0.1, which only this"
                                    + " machine reaches. 0.0.0.0 is all."),
                    Map.entry("HUB_MANAGEMENT_HOST", "The same for health and metrics; 127.0.0.1."),
                    Map.entry(
                            "HUB_TLS_CERT_FILE",
                            "The certificate of the API, in PEM, with those that vouch for it."
                                    + " With it the API speaks TLS only, and takes on a renewed one"
                                    + " within a minute."),
                    Map.entry(
                            "HUB_TLS_KEY_FILE",
                            "Its key, in PEM (PKCS 8), for the hub's user alone to read."),
                    Map.entry("HUB_HTTPS_PORT", "The port of the API over TLS; 8443."),
                    Map.entry(
                            "HUB_HTTP_REDIRECT",
                            "Whether `HUB_HTTP_PORT` sends callers on to TLS: `true`, or `false`,"
                                    + " the default, which closes it."),
                    Map.entry(
                            "HUB_PROXY",
                            "The addresses or nets of proxies whose `X-Forwarded-*` are believed,"
                                    + " with commas; nobody's by default."),
                    Map.entry(
                            "HUB_DB_URL",
                            "`postgresql://host:port/database`; without it the hub"
                                    + " brings its own PostgreSQL. After a `?` may stand `sslmode`,"
                                    + " `sslrootcert`, `application_name`, `connect_timeout`."),
                    Map.entry("HUB_DB_USER", "The role that the hub works as; with `HUB_DB_URL`."),
                    Map.entry("HUB_DB_PASSWORD", "Its password."),
                    Map.entry(
                            "HUB_DB_OWNER",
                            "The role that owns the tables; for `./hub migrate` only."),
                    Map.entry("HUB_DB_OWNER_PASSWORD", "Its password."),
                    Map.entry("HUB_DB_PORT", "The port of the embedded database; a free one."),
                    Map.entry("HUB_DB_SHARED_BUFFERS_MIB", "Memory of the embedded database; 512."),
                    Map.entry("HUB_JAVA_OPTS", "Options for Java, after the launcher's own."));

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String page = page();
        Files.createDirectories(PROJECT.resolve("target"));
        Files.writeString(PROJECT.resolve("target/configuration.md"), page);
        assertThat(PROJECT.resolve("docs/configuration.md")).content().isEqualTo(page);
    }

    @Test
    void everyVariableIsExplained() throws IOException {
        assertThat(VARIABLES.keySet()).containsAll(variablesInTheCode());
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("| variable | meaning |\n|---|---|\n");
        for (String name : variablesInTheCode()) {
            page.append("| `%s` | %s |\n".formatted(name, VARIABLES.getOrDefault(name, "?")));
        }
        page.append(KEYS);
        page.append(new ConfigurationPage(PROJECT.resolve("src/main/java")).table());
        return page.toString();
    }

    private static Set<String> variablesInTheCode() throws IOException {
        Set<String> found = new TreeSet<>();
        collect(PROJECT.resolve("hub"), found);
        collect(PROJECT.resolve("src/main/resources/application.properties"), found);
        for (String root : List.of("src/main/java", "src/apart/java")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(root))) {
                for (Path file : files.filter(ConfigurationPageTest::isOfTheHub).toList()) {
                    collect(file, found);
                }
            }
        }
        found.removeAll(new ConfigurationPage(PROJECT.resolve("src/main/java")).variables());
        return found;
    }

    /// The suite of faults names its kinds like variables.
    private static boolean isOfTheHub(Path file) {
        return file.toString().endsWith(".java")
                && !file.toString().contains("/io/credithub/torture/");
    }

    private static void collect(Path file, Set<String> found) throws IOException {
        Matcher matcher = VARIABLE.matcher(Files.readString(file));
        while (matcher.find()) {
            if (!matcher.group().startsWith("HUB_SOURCE")) found.add(matcher.group());
        }
    }

    private static final String INTRODUCTION =
            """
            # 配置 · Configuration

            Printed from the code; `ConfigurationPageTest` compares it. 由代码打印,勿手改。

            ## 环境变量 · Variables of the environment

            """;

    private static final String KEYS =
            """

            ## 配置项 · Keys

            A key is set as `-Dkey=value` in `HUB_JAVA_OPTS`, or as a variable: in capitals, with `_` for `.` and `-`.
            `hub.source.national-platform.token-url` is `HUB_SOURCE_NATIONAL_PLATFORM_TOKEN_URL`.
            A duration is `20s`, `5m`, `24h`; a size `32M`. An unknown key below `hub.` stops the start, and so does a bad value.
            A secret comes from the environment or a mounted file; it has no default and is never printed.

            """;
}
