package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.AccessCode;
import io.credithub.api.problem.AdjustmentCode;
import io.credithub.api.problem.BankCode;
import io.credithub.api.problem.BusyCode;
import io.credithub.api.problem.Coded;
import io.credithub.api.problem.HeadCode;
import io.credithub.api.problem.HoldCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.RegisterCode;
import io.credithub.api.problem.ReportCode;
import io.credithub.api.problem.SignOffCode;
import io.credithub.api.problem.SubscriptionCode;
import io.credithub.domain.completion.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/errors.md` is printed from the code. When this fails, look at what `target/errors.md` is,
/// and if it is what you mean, copy it. A new family of codes is one more table in [#page].
final class ErrorsPageTest {
    private static final Path PROJECT = Path.of(System.getProperty("hub.project", "."));
    private static final Pattern CODE = Pattern.compile("\"(HUB-[0-9]{4})\\b");

    private static final Set<String> TABLES =
            Set.of("FindingCode", "ProblemCode", "AccessCode", "BankCode", "BusyCode", "HeadCode");

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String page = page();
        Files.createDirectories(PROJECT.resolve("target"));
        Files.writeString(PROJECT.resolve("target/errors.md"), page);
        assertThat(PROJECT.resolve("docs/errors.md")).content().isEqualTo(page);
    }

    @Test
    void noCodeIsGivenByTwo() throws IOException {
        assertThat(givers()).allSatisfy((code, names) -> assertThat(names).as(code).hasSize(1));
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("## 记录 · Records\n\n");
        page.append("| code | 含义 | meaning | 处理 | remedy |\n|---|---|---|---|---|\n");
        for (FindingCode code : FindingCode.values()) {
            page.append(
                    "| `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    code.code(),
                                    code.message().zh(),
                                    code.message().en(),
                                    code.remedy().zh(),
                                    code.remedy().en()));
        }
        page.append("\n## 接口 · API\n\n");
        page.append("| code | HTTP | 含义 | meaning | 处理 | remedy |\n|---|---|---|---|---|---|\n");
        List<Coded[]> families =
                List.of(
                        ProblemCode.values(),
                        AccessCode.values(),
                        BankCode.values(),
                        BusyCode.values(),
                        RegisterCode.values(),
                        HeadCode.values(),
                        HoldCode.values(),
                        AdjustmentCode.values(),
                        ReportCode.values(),
                        SignOffCode.values(),
                        SubscriptionCode.values());
        for (Coded[] family : families) for (Coded code : family) page.append(row(code));
        page.append("\n## 其他 · Others\n\n");
        page.append("Said with their own sentence, which names what to do.\n\n");
        page.append("| code | said by |\n|---|---|\n");
        givers().forEach((code, names) -> {
            if (TABLES.containsAll(names)) return;
            String said = String.join("`, `", names);
            page.append("| `%s` | `%s` |\n".formatted(code, said));
        });
        return page.toString();
    }

    private static String row(Coded code) {
        return "| `%s` | %d | %s | %s | %s | %s |\n"
                .formatted(
                        code.code(),
                        code.status(),
                        code.message().zh(),
                        code.message().en(),
                        code.remedy().zh(),
                        code.remedy().en());
    }

    /// Which classes give which code, by the strings in the sources.
    private static Map<String, Set<String>> givers() throws IOException {
        Map<String, Set<String>> givers = new TreeMap<>();
        for (String root : List.of("src/main/java", "src/apart/java")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(root))) {
                for (Path file : files.filter(ErrorsPageTest::mayGiveCodes).toList()) {
                    collect(file, givers);
                }
            }
        }
        return givers;
    }

    private static void collect(Path file, Map<String, Set<String>> givers) throws IOException {
        String name = String.valueOf(file.getFileName()).replace(".java", "");
        Matcher matcher = CODE.matcher(Files.readString(file));
        while (matcher.find()) {
            givers.computeIfAbsent(matcher.group(1), _ -> new TreeSet<>()).add(name);
        }
    }

    /// The demo's answer key names the codes that it expects; it gives none.
    private static boolean mayGiveCodes(Path file) {
        return file.toString().endsWith(".java") && !file.toString().contains("/demo/");
    }

    private static final String INTRODUCTION =
            """
            # 代码 · Codes

            Printed from the code; `ErrorsPageTest` compares it. 由代码打印,勿手改。

            `HUB-1xxx` is the provider's to mend, `HUB-2xxx` the registrar's to decide, `HUB-3xxx` passes with time,
            `HUB-4xxx` is the operator's configuration, `HUB-5xxx` the caller's of the API. A code is never used again for something else.

            """;
}
