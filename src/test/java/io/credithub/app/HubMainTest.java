package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

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
    void everyCommandHelps() {
        assertThat(HubMain.commandLine().getSubcommands().keySet())
                .isNotEmpty()
                .allMatch(name -> run(name + " --help") == 0);
    }

    private int run(String arguments) {
        PrintWriter out = new PrintWriter(said, true);
        CommandLine line = HubMain.commandLine().setOut(out).setErr(out);
        return line.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }
}
