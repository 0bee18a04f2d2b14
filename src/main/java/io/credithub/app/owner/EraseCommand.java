package io.credithub.app.owner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.OwnersDatabase;
import io.credithub.mapping.feed.FeedFiles;
import io.credithub.reading.ChunkReading;
import io.credithub.security.OwnersKeys;
import io.credithub.store.erasure.ErasedPersons;
import io.credithub.store.erasure.Erasing;
import io.credithub.store.server.DatabaseAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Erases whom the province has asked to be erased, while the hub goes on.
@Command(
        name = "erase",
        description = {
            "Erases the persons for whom POST /api/v1/teachers/{teacherNo}/erasure has asked, with"
                    + " the rights of the database's owner: rows, claims and payloads. Ledger and"
                    + " credits stay. The hub may run meanwhile.",
            "Whatever stops it: call it again, and it goes on where it was. Called again later, it"
                    + " takes out what has come since about whoever was erased.",
            "After a restored backup it erases again whom HUB_HOME/erasures.jsonl lists: see"
                    + " docs/erasing.md.",
            "Status 0: done; 1: something stands against it, or is not worked yet: call it again;"
                    + " 3: refused."
        })
public final class EraseCommand implements Callable<Integer> {
    private static final int AGAIN = 1;

    private final HubEnvironment around;
    private final InputStream in;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--admit",
            description = {
                "Erases nobody: takes somebody in again. The number or the document is the one line"
                        + " of the standard input, where no list of processes shows it."
            })
    private boolean isAdmitting;

    EraseCommand() {
        this(HubEnvironment.ofThisProcess(), System.in);
    }

    EraseCommand(HubEnvironment around, InputStream in) {
        this.around = around;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        return new OwnersDatabase(around).ask(this::erase);
    }

    private int erase(DatabaseAccess access) throws IOException {
        ErasureList list = ErasureList.in(around.home());
        try (Erasing erasing = new Erasing(access, tools(), new ErasingSteps(steps()))) {
            ErasedPersons persons = erasing.persons();
            if (isAdmitting) {
                list.admit(persons.admit(numberGiven()));
                return 0;
            }
            list.read().forEach(persons::renew);
            Erasing.ErasingResult outcome = erasing.run();
            list.keep(persons.all());
            steps().tell(line ->
                    line.put("hindered", outcome.hindered()).put("open", outcome.open()));
            return outcome.hindered() + outcome.open() == 0 ? 0 : AGAIN;
        }
    }

    private String numberGiven() throws IOException {
        spec.commandLine().getErr().println("编号或证件号码 number or document:");
        String line = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
        if (line == null || line.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--admit reads the number or the document from the standard input: there is"
                            + " none");
        }
        return line.strip();
    }

    private Erasing.Tools tools() throws IOException {
        OwnersKeys keys =
                OwnersKeys.of(
                        around.home(),
                        around.cipher(),
                        around.secret("HUB_ID_KEY"),
                        around.secret("HUB_ID_OPENING_KEYS"));
        ChunkReading reading = new ChunkReading();
        FeedFiles feeds = new FeedFiles(around.project().resolve("mappings"));
        return new Erasing.Tools(keys.sealing(), keys.ids(), reading, reading, feeds, feeds);
    }

    private StepLines steps() {
        return new StepLines(spec.commandLine().getOut());
    }

    /// A line for each step.
    private record ErasingSteps(StepLines steps) implements Erasing.ErasingListener {
        @Override
        public void person(int teacher, List<String> hindrances) {
            steps.tell(line -> {
                line.put("teacher", teacher);
                if (hindrances.isEmpty()) return line.put("rows", "erased");
                hindrances.forEach(line.putArray("hindrances")::add);
                return line;
            });
        }

        @Override
        public void claims(long claims) {
            steps.tell(line -> line.put("claims", claims));
        }

        @Override
        public void payloads(long delivery, long blotted) {
            steps.tell(line -> line.put("delivery", delivery).put("records", blotted));
        }
    }
}
