package io.credithub.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The sentences of a room in both languages, beside what its classes ask for.
///
/// @param zh by their keys
/// @param wrong what is wrong with a file or a class by itself
record RoomMessages(
        Map<String, String> zh, Map<String, String> en, List<Call> calls, List<String> wrong) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)\\}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final String WORDS = "Words.java";

    /// English does not always name the unit, or says a figure's unit once.
    private static final Set<String> WITHOUT_THE_UNIT_IN_ENGLISH =
            Set.of(
                    "verdict.blocked",
                    "year.not-registered",
                    "outcome.no-minimum",
                    "step.summed",
                    "step.graded.more",
                    "step.counted.each",
                    "step.counted.most");

    /// @param values how many are put into the sentence
    private record Call(String key, int values) {}

    static RoomMessages of(String zh, String en, Iterable<? extends JavaFileObject> classes)
            throws IOException {
        List<String> wrong = new ArrayList<>();
        Walk walk = new Walk(wrong);
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, null, List.of("-proc:none"), null, classes);
        for (CompilationUnitTree unit : task.parse()) {
            walk.file = unit.getSourceFile().getName();
            walk.scan(unit, null);
        }
        return new RoomMessages(read(zh, wrong), read(en, wrong), walk.calls, wrong);
    }

    private static Map<String, String> read(String text, List<String> wrong) {
        Map<String, String> sentences = new HashMap<>();
        Properties once =
                new Properties() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public synchronized @Nullable Object put(Object key, Object sentence) {
                        String before = sentences.put((String) key, (String) sentence);
                        if (before != null) wrong.add(key + " is there twice");
                        return before;
                    }
                };
        try {
            once.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sentences;
    }

    /// Every complaint, in no order; empty if there is none.
    List<String> complaints() {
        List<String> found = new ArrayList<>(wrong);
        Set<String> all = new TreeSet<>(zh.keySet());
        all.addAll(en.keySet());
        for (String key : all) {
            if (!en.containsKey(key)) found.add(key + " is not there in English");
            if (!zh.containsKey(key)) found.add(key + " is not there in Chinese");
            if (zh.containsKey(key) && en.containsKey(key)) found.addAll(places(key));
        }
        Set<String> asked = calls.stream().map(Call::key).collect(Collectors.toSet());
        for (String key : all) if (!asked.contains(key)) found.add(key + " is never asked for");
        for (Call call : calls) {
            String sentence = zh.get(call.key());
            if (sentence == null) {
                found.add(call.key() + " is asked for and not there");
            } else if (places(sentence, found).size() != call.values()) {
                found.add(call.key() + " is given " + call.values() + " values");
            }
        }
        return found;
    }

    private List<String> places(String key) {
        List<String> found = new ArrayList<>();
        Set<Integer> inChinese = places(zh.getOrDefault(key, ""), found);
        Set<Integer> inEnglish = places(en.getOrDefault(key, ""), found);
        boolean isAlike =
                WITHOUT_THE_UNIT_IN_ENGLISH.contains(key)
                        ? inChinese.containsAll(inEnglish)
                        : inChinese.equals(inEnglish);
        if (!isAlike) found.add(key + " has other places in English");
        if (!inChinese.equals(upTo(inChinese.size()))) found.add(key + " leaves a place out");
        return found;
    }

    private static Set<Integer> upTo(int size) {
        return IntStream.range(0, size).boxed().collect(Collectors.toSet());
    }

    /// Whatever else is in braces or after a single apostrophe would be read as something else.
    private static Set<Integer> places(String sentence, List<String> found) {
        String plain = PLACE.matcher(sentence).replaceAll("").replace("''", "");
        if (plain.matches(".*[{}'].*"))
            found.add("a brace or an apostrophe is left in " + sentence);
        return PLACE.matcher(sentence)
                .results()
                .map((MatchResult place) -> Integer.valueOf(place.group(1)))
                .collect(Collectors.toSet());
    }

    private static final class Walk extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final List<String> wrong;
        private final List<Call> calls = new ArrayList<>();
        private String file = "";

        Walk(List<String> wrong) {
            this.wrong = wrong;
        }

        @Override
        public @Nullable Void visitMethodInvocation(
                MethodInvocationTree call, @Nullable Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.toString().equals("MESSAGES.text")) {
                ExpressionTree first = call.getArguments().getFirst();
                if (first instanceof LiteralTree key) {
                    calls.add(new Call((String) key.getValue(), call.getArguments().size() - 1));
                } else {
                    wrong.add(file + " asks for " + first);
                }
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
            return null; // names a paragraph
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            boolean isSentence =
                    literal.getValue() instanceof String text && HAN.matcher(text).find();
            if (isSentence && file.endsWith(WORDS)) {
                wrong.add(file + " has a sentence of its own: " + literal.getValue());
            }
            return null;
        }
    }
}
