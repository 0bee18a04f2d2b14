package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.command.pipe.ConvertCommand;
import io.credithub.fixtures.Readme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What the front page of the project says can be typed.
final class ReadmeTest {
    private static final Pattern PIPE =
            Pattern.compile("echo '(.*)' *\\| \\./hub convert (.*?) *# (\\S+),.*");

    @Test
    void whatItPipesIntoConvertEarnsWhatItSays() throws IOException {
        Matcher pipe = PIPE.matcher(Readme.read().command("echo "));
        assertThat(pipe.matches()).isTrue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] record = (pipe.group(1) + "\n").getBytes(StandardCharsets.UTF_8);
        ConvertCommand convert = new ConvertCommand(new ByteArrayInputStream(record), out);
        assertThat(new CommandLine(convert).execute(pipe.group(2).split(" "))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(pipe.group(3))
                .contains("\"steps\":[{")
                .hasLineCount(1);
    }

    @Test
    void everyCommandThatItNamesIsThere() throws IOException {
        List<String> launchers = List.of("test", "--help");
        CommandLine hub = HubMain.commandLine();
        List<String> calls = Readme.read().every("\\./hub ([-a-z]+(?: --[a-z]+)*)");
        assertThat(calls).contains("demo", "demo --exit", "test", "convert --policy");
        for (String call : calls) {
            String[] words = call.split(" ");
            if (launchers.contains(words[0])) continue;
            CommandLine command = hub.getSubcommands().get(words[0]);
            assertThat(command).as(call).isNotNull();
            assertThat(command.getCommandSpec().optionsMap().keySet())
                    .containsAll(List.of(words).subList(1, words.length));
        }
        assertThat(Files.readString(Path.of("hub"))).contains("\ntest)");
    }

    @Test
    void theOtherCommandsThatItListsAreThere() throws IOException {
        List<String> listed = Readme.read().every("`([a-z]+)`[ ,.]");
        assertThat(listed).contains("serve", "key");
        assertThat(HubMain.commandLine().getSubcommands())
                .containsKeys(listed.toArray(String[]::new));
    }

    @Test
    void everyPageThatItLeadsToIsThere() throws IOException {
        List<String> pages = Readme.read().every("\\]\\(([^)]+)\\)");
        assertThat(pages)
                .hasSizeGreaterThan(5)
                .allSatisfy(page -> assertThat(Path.of(page)).as(page).exists());
    }
}
