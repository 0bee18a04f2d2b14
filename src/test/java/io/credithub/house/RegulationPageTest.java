package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.credithub.domain.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// `docs/regulation.md`: the dictionary is written by hand, the table from paragraph to code is
/// printed from [Article]. When this fails, look at what `target/regulation.md` says, and if it is
/// what you mean, copy it.
final class RegulationPageTest {
    private static final Path PROJECT = Path.of(System.getProperty("hub.project", "."));
    private static final String MARK = "<!-- printed from here on -->\n";

    /// Every paragraph of the regulation, and what it is about.
    private static final Map<String, String> PARAGRAPHS = paragraphs();

    /// Paragraphs that no code of this version carries, and why.
    private static final Map<String, String> UNCARRIED =
            Map.of(
                    "一", "目标,无可执行的规定 · aims, nothing to carry out",
                    "二(二)", "原则,无可执行的规定 · principles, nothing to carry out",
                    "二(三)", "原则,无可执行的规定 · principles, nothing to carry out",
                    "三(一)", "各市弹性学分:尚未支持市级细则 · a city's own credits: not in this version");

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        Path written = PROJECT.resolve("docs/regulation.md");
        String old = Files.exists(written) ? Files.readString(written) : MARK;
        String page = old.substring(0, old.indexOf(MARK)) + MARK + table(carriers());
        Files.createDirectories(PROJECT.resolve("target"));
        Files.writeString(PROJECT.resolve("target/regulation.md"), page);
        assertThat(written).content().isEqualTo(page);
    }

    @Test
    void everyParagraphIsCarriedOrHonestlyNamed() {
        Map<String, Set<String>> carriers = carriers();
        assertThat(PARAGRAPHS.keySet())
                .containsAll(carriers.keySet())
                .allSatisfy(paragraph ->
                        assertThat(carriers.containsKey(paragraph))
                                .as(paragraph)
                                .isNotEqualTo(UNCARRIED.containsKey(paragraph)));
    }

    private static String table(Map<String, Set<String>> carriers) {
        StringBuilder table = new StringBuilder();
        table.append("\n| § | 内容 · about | 代码 · code |\n|---|---|---|\n");
        PARAGRAPHS.forEach((paragraph, about) -> {
            Set<String> classes = carriers.getOrDefault(paragraph, Set.of());
            String code =
                    classes.isEmpty()
                            ? "— " + UNCARRIED.getOrDefault(paragraph, "?")
                            : "`" + String.join("`, `", classes) + "`";
            table.append("| %s | %s | %s |\n".formatted(paragraph, about, code));
        });
        return table.toString();
    }

    private static Map<String, Set<String>> carriers() {
        Map<String, Set<String>> carriers = new LinkedHashMap<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.credithub")) {
            String name = type.getName().substring("io.credithub.".length()).replace('$', '.');
            type.tryGetAnnotationOfType(Article.class)
                    .ifPresent(article -> add(carriers, article, name));
            for (JavaMember member : type.getMembers()) {
                member.tryGetAnnotationOfType(Article.class)
                        .ifPresent(article -> add(carriers, article, name));
            }
        }
        return carriers;
    }

    private static void add(Map<String, Set<String>> carriers, Article article, String name) {
        for (String paragraph : article.value()) {
            carriers.computeIfAbsent(paragraph, _ -> new TreeSet<>()).add(name);
        }
    }

    private static Map<String, String> paragraphs() {
        Map<String, String> paragraphs = new LinkedHashMap<>();
        paragraphs.put("一", "总体目标 · aims");
        paragraphs.put("二(一)", "对象、五年周期、五级体系 · whom, the cycle, the five levels");
        paragraphs.put("二(二)", "激励与促进 · incentive");
        paragraphs.put("二(三)", "规范与质量 · order and quality");
        paragraphs.put("二(四)", "学年审核、周期审定 · yearly review, decision on the cycle");
        paragraphs.put("三(一)", "学年与周期学分、弹性学分 · credits of year and cycle, flexible credits");
        paragraphs.put("三(二)", "120 学分、市级以上集中 20 学分、新任教师 · the minima, the new teacher");
        paragraphs.put("三(三)", "学分三部分、必修主题 · the three components, compulsory themes");
        paragraphs.put("四(一)", "学时折算 · hours to credits");
        paragraphs.put("四(二)", "等级奖励 · grades");
        paragraphs.put("四(三)", "学历与非学历互认 · degree study");
        paragraphs.put("四(四)", "自主研修成果 · self-directed results");
        paragraphs.put("四(五)", "学分银行 · credit bank");
        paragraphs.put("五(一)", "管理职责 · responsibilities");
        paragraphs.put("五(二)", "登记认定、信息化 · registration, information systems");
        paragraphs.put("五(三)", "有效应用、申诉 · use, appeal");
        return paragraphs;
    }
}
