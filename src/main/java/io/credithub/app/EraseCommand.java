package io.credithub.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.mapping.FeedFiles;
import io.credithub.reading.ChunkReading;
import io.credithub.security.OwnersKeys;
import io.credithub.store.DatabaseAccess;
import io.credithub.store.ErasedPersons;
import io.credithub.store.Erasing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
final class EraseCommand implements Callable<Integer> {
    private static final int AGAIN = 1;

    private final Surroundings around;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--admit",
            paramLabel = "NUMBER",
            description = "Erases nobody: takes somebody in again who has this number or document.")
    private @Nullable String admitted;

    EraseCommand() {
        this(Surroundings.ofThisProcess());
    }

    EraseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        return new OwnersDatabase(around).ask(this::erase);
    }

    private int erase(DatabaseAccess access) throws IOException {
        ErasureList list = ErasureList.in(around.home());
        try (Erasing erasing = new Erasing(access, tools(), new Told())) {
            ErasedPersons persons = erasing.persons();
            if (admitted != null) {
                list.admit(persons.admit(admitted));
                return 0;
            }
            list.read().forEach(persons::renew);
            Erasing.Outcome outcome = erasing.run();
            list.keep(persons.all());
            tell(line().put("hindered", outcome.hindered()).put("open", outcome.open()));
            return outcome.hindered() + outcome.open() == 0 ? 0 : AGAIN;
        }
    }

    private Erasing.Tools tools() throws IOException {
        String cipher = around.variable("HUB_ID_CIPHER");
        OwnersKeys keys =
                OwnersKeys.of(
                        around.home(),
                        cipher == null ? "aes-256-gcm" : cipher,
                        secret("HUB_ID_KEY"),
                        secret("HUB_ID_OPENING_KEYS"));
        ChunkReading reading = new ChunkReading();
        FeedFiles feeds = new FeedFiles(around.project().resolve("mappings"));
        return new Erasing.Tools(keys.sealing(), keys.ids(), reading, reading, feeds, feeds);
    }

    private @Nullable String secret(String name) throws IOException {
        String file = around.variable(name + "_FILE");
        return file == null ? around.variable(name) : Files.readString(Path.of(file)).strip();
    }

    /// A line for each step.
    private final class Told implements Erasing.Listener {
        @Override
        public void person(int teacher, List<String> hindrances) {
            ObjectNode line = line().put("teacher", teacher);
            if (hindrances.isEmpty()) line.put("rows", "erased");
            else hindrances.forEach(line.putArray("hindrances")::add);
            tell(line);
        }

        @Override
        public void claims(long claims) {
            tell(line().put("claims", claims));
        }

        @Override
        public void payloads(long delivery, long blotted) {
            tell(line().put("delivery", delivery).put("records", blotted));
        }
    }

    private static ObjectNode line() {
        return new ObjectMapper().createObjectNode();
    }

    private void tell(ObjectNode line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
