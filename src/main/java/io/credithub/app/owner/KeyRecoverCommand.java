package io.credithub.app.owner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.OwnersDatabase;
import io.credithub.security.DrawnKey;
import io.credithub.store.server.OperatorRecovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Makes an operator's key for whoever has lost the last one. It asks the database and not the hub:
/// who may write there as the owner could do anything with it as it is.
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a new operator's key with the rights of the database's owner: on the database in"
                    + " HUB_HOME, or on the server of HUB_DB_URL as HUB_DB_OWNER.",
            "Works whether the hub runs or not; nothing is taken back unless --revoke-others asks"
                    + " for it."
        })
public final class KeyRecoverCommand implements Callable<Integer> {
    private static final int LABEL_LENGTH_MAX = 100;

    private final HubEnvironment around;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--file",
            description =
                    "Where to keep the key, for you alone to read; else it is shown this once.")
    private @Nullable Path file;

    @Option(names = "--by", description = "Who recovers it; you, by default. Kept in its label.")
    private String by = System.getProperty("user.name", "?");

    @Option(names = "--reason", description = "Why. Kept in its label too.")
    private String reason = "the key was lost";

    @Option(names = "--revoke-others", description = "Takes every other operator's key back.")
    private boolean revokesOthers;

    public KeyRecoverCommand() {
        this(HubEnvironment.ofThisProcess());
    }

    public KeyRecoverCommand(HubEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        String label = "operator, recovered by " + by + ": " + reason;
        if (label.length() > LABEL_LENGTH_MAX) throw wrong("--by and --reason are too long");
        if (file != null && Files.exists(file)) throw wrong(file + " is there: name another file");
        DrawnKey key = DrawnKey.draw();
        if (file != null) key.writeTo(file);
        try {
            int revoked = put(new OperatorRecovery.RecoveredKey(key.id(), key.secretHash(), label));
            tell(key, revoked);
            return 0;
        } catch (RuntimeException | IOException notPut) {
            if (file != null) Files.deleteIfExists(file);
            throw notPut;
        }
    }

    private void tell(DrawnKey key, int revoked) {
        ObjectNode line = new ObjectMapper().createObjectNode().put("id", key.id());
        if (file == null) line.put("key", key.text());
        else line.put("file", file.toString());
        if (revokesOthers) line.put("revoked", revoked);
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private int put(OperatorRecovery.RecoveredKey key) throws IOException {
        return new OwnersDatabase(around)
                .ask(access -> new OperatorRecovery(access).put(key, revokesOthers));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
