package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class HubMainTest {
    private final StringWriter said = new StringWriter();

    @ParameterizedTest(name = "hub {0} ends with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --help       | 0 | Commands:
                    --version    | 0 | Credit Hub
                    ''           | 2 | Missing required subcommand
                    --nope       | 2 | Unknown option: '--nope'
                    fly          | 2 | Unmatched argument at index 0: 'fly'
                    serve --nope | 2 | Unknown option: '--nope'
                    serve --help | 0 | HUB_DB_URL
                    """)
    void theCommandLineAnswersWithoutTheHouse(String arguments, int status, String says) {
        assertThat(run(arguments)).isEqualTo(status);
        assertThat(said.toString()).contains(says);
    }

    @Test
    void aCommandOfTheServerComesWithoutWhatStandsApart() {
        assertThat(HubMain.commandLine("serve").getSubcommands())
                .containsKey("serve")
                .doesNotContainKey("demo");
        assertThat(HubMain.commandLine("demo", "--exit").getSubcommands())
                .containsKeys("demo", "bench", "torture", "generate", "warm-up", "serve");
    }

    @Test
    void everyCommandHelps() {
        assertThat(HubMain.commandLine().getSubcommands().keySet())
                .isNotEmpty()
                .allMatch(name -> run(name + " --help") == 0);
    }

    @Test
    void everyCommandOfACommandHelpsToo() {
        for (CommandLine command : HubMain.commandLine().getSubcommands().values()) {
            for (String below : command.getSubcommands().keySet()) {
                String call = command.getCommandName() + " " + below;
                assertThat(run(call + " --help")).as(call).isZero();
                assertThat(run(call + " --nope")).as(call).isEqualTo(2);
            }
        }
        assertThat(said.toString()).contains("Usage: hub key issue", "--hub=URL");
    }

    /// What the list of commands shows of each is its first line.
    @Test
    void everyLineOfTheListOfCommandsIsASentence() {
        for (CommandLine command : HubMain.commandLine().getSubcommands().values()) {
            assertSentences(command);
            command.getSubcommands().values().forEach(HubMainTest::assertSentences);
        }
    }

    private static void assertSentences(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        assertThat(spec.usageMessage().description())
                .as(spec.qualifiedName())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith(".").matches("(?s)[A-Z].*"));
        for (OptionSpec option : spec.options()) {
            assertThat(String.join(" ", option.description()))
                    .as(spec.qualifiedName() + " " + option.longestName())
                    .endsWith(".")
                    .matches("(?s)[A-Z].*");
        }
    }

    private int run(String arguments) {
        PrintWriter out = new PrintWriter(said, true);
        CommandLine line = HubMain.commandLine().setOut(out).setErr(out);
        return line.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }
}
