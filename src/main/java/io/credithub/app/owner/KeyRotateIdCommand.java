package io.credithub.app.owner;

import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.OwnersDatabase;
import io.credithub.security.RotatedKeys;
import io.credithub.security.RotatedKeys.Rotating;
import io.credithub.store.sealing.Resealing;
import io.credithub.store.server.DatabaseAccess;
import java.io.IOException;
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
public final class KeyRotateIdCommand implements Callable<Integer> {
    private static final int AGAIN = 1;

    private final HubEnvironment around;

    @Spec private CommandSpec spec = CommandSpec.create();

    KeyRotateIdCommand() {
        this(HubEnvironment.ofThisProcess());
    }

    KeyRotateIdCommand(HubEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        return new OwnersDatabase(around).ask(this::rotate);
    }

    private int rotate(DatabaseAccess access) throws IOException {
        RotatedKeys keys = new RotatedKeys(around.home(), around.cipher());
        String given = around.secret("HUB_ID_KEY");
        Rotating rotating =
                given == null
                        ? keys.prepared()
                        : keys.given(given, around.secret("HUB_ID_OPENING_KEYS"));
        try (Resealing resealing =
                new Resealing(access, rotating.sealing(), rotating.ids(), this::progress)) {
            resealing.register();
            if (given == null) keys.swap();
            if (!resealing.finish(rotating.old())) return again(rotating.old());
        }
        return done(rotating, given == null ? keys.retire(around.home(), rotating.old()) : null);
    }

    private StepLines steps() {
        return new StepLines(spec.commandLine().getOut());
    }

    private void progress(String table, long sealed) {
        steps().tell(line -> line.put("table", table).put("sealed", sealed));
    }

    private int again(int old) {
        steps().tell(line -> line.put("stillSealing", old));
        return AGAIN;
    }

    private int done(Rotating rotating, @Nullable Path kept) {
        steps().tell(line -> {
            line.put("key", rotating.sealing().key()).put("retired", rotating.old());
            return kept == null ? line : line.put("kept", kept.toString());
        });
        return 0;
    }
}
