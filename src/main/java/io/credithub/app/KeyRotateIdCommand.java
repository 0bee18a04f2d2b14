package io.credithub.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.security.RotatedKeys;
import io.credithub.security.RotatedKeys.Rotating;
import io.credithub.store.DatabaseAccess;
import io.credithub.store.Resealing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Seals everything with another ID key, while the hub goes on.
@Command(
        name = "rotate-id",
        mixinStandardHelpOptions = true,
        description = {
            "Draws a new ID key, seals everything anew with it, with the rights of the database's"
                    + " owner, and retires the old one. The hub may run meanwhile.",
            "Whatever stops it: call it again, and it goes on where it was.",
            "Beside a server, HUB_ID_KEY has the new key and HUB_ID_OPENING_KEYS the old one, here"
                    + " and at every hub: see docs/key-rotation.md.",
            "Status 0: done; 1: a hub still seals with the old key, call it again; 3: refused."
        })
final class KeyRotateIdCommand implements Callable<Integer> {
    private static final int AGAIN = 1;

    private final Surroundings around;

    @Spec private CommandSpec spec = CommandSpec.create();

    KeyRotateIdCommand() {
        this(Surroundings.ofThisProcess());
    }

    KeyRotateIdCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        return new OwnersDatabase(around).ask(this::rotate);
    }

    private int rotate(DatabaseAccess access) throws IOException {
        String cipher = around.variable("HUB_ID_CIPHER");
        RotatedKeys keys = new RotatedKeys(around.home(), cipher == null ? "aes-256-gcm" : cipher);
        String given = secret("HUB_ID_KEY");
        Rotating rotating =
                given == null ? keys.prepared() : keys.given(given, secret("HUB_ID_OPENING_KEYS"));
        try (Resealing resealing =
                new Resealing(access, rotating.sealing(), rotating.ids(), this::progress)) {
            resealing.register();
            if (given == null) keys.swap();
            if (!resealing.finish(rotating.old())) return again(rotating.old());
        }
        return done(rotating, given == null ? keys.retire(around.home(), rotating.old()) : null);
    }

    private @Nullable String secret(String name) throws IOException {
        String file = around.variable(name + "_FILE");
        return file == null ? around.variable(name) : Files.readString(Path.of(file)).strip();
    }

    private void progress(String table, long sealed) {
        tell(line().put("table", table).put("sealed", sealed));
    }

    private int again(int old) {
        tell(line().put("stillSealing", old));
        return AGAIN;
    }

    private int done(Rotating rotating, @Nullable Path kept) {
        ObjectNode line =
                line().put("key", rotating.sealing().key()).put("retired", rotating.old());
        if (kept != null) line.put("kept", kept.toString());
        tell(line);
        return 0;
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
