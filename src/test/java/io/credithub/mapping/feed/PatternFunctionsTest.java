package io.credithub.mapping.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.credithub.flow.result.OverTime;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PatternFunctionsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String[] VALUES = {
        "null", "\"\"", "\"a1b22c\"", "\"学时40\"", "41", "true", "[1]", "{\"a\":1}", "\"aaa\""
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test(., \"[0-9]+\")",
                "test(., \"^a*$\")",
                "test(., null)",
                "capture(., \"(?<first>[a-z])(?<rest>[0-9]*)(?<none>x)?\")",
                "capture(., \"(?<b>.)(?<a>.)\")",
                "split(., \"[0-9]\")",
                "split(., \"\")",
                "split(., null)",
                "replace(., \"[0-9]+\", \"#\")",
                "replace(., \"a\", \"\")",
                "replace(., \"a\", 7)",
                "replace(., \"x*\", \"y\")"
            })
    void aPatternGivesWhatTheLanguageGives(String expression) throws IOException {
        for (String value : VALUES) {
            JsonNode input = new ObjectMapper().readTree(value);
            assertThat(said(expression, PatternFunctions.all(), input))
                    .as("%s of %s", expression, value)
                    .isEqualTo(said(expression, List.of(), input));
        }
    }

    private static String said(String expression, Collection<Function> functions, JsonNode input) {
        try {
            return Parser.compileString(expression, functions).apply(input).toString();
        } catch (JsltException refused) {
            return "refused";
        }
    }

    @Test
    void aPatternThatIsNoneIsFoundWithTheMapping() {
        String expression = "test(.a, \"(\")";
        assertThatThrownBy(() -> Parser.compileString(expression, PatternFunctions.all()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aMatchThatGoesAstrayCanBeStopped() throws InterruptedException {
        JsonNode text = TextNode.valueOf("a".repeat(64) + "!");
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread thread =
                new Thread(() -> {
                    try {
                        String expression = "test(., \"^(([a-z])+.)+[A-Z]([a-z])+$\")";
                        Parser.compileString(expression, PatternFunctions.all()).apply(text);
                    } catch (RuntimeException stopped) {
                        end.set(stopped);
                    }
                });
        thread.start();
        thread.interrupt();
        thread.join(PATIENCE);
        assertThat(thread.isAlive()).isFalse();
        assertThat(end.get()).isInstanceOf(OverTime.class);
    }
}
