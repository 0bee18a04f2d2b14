package io.credithub.app.owner;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.OwnersDatabase;
import io.credithub.app.start.PublishKeys;
import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.security.DrawnSigningKey;
import io.credithub.store.sealing.SigningKeys;
import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Signs with another key from now on. What was signed is checked with the public key that stays.
@Command(
        name = "rotate-sign",
        mixinStandardHelpOptions = true,
        description = {
            "Draws another key to sign certificates with. Those that were signed go on being"
                    + " genuine: the registry keeps every public key.",
            "A running hub signs with it within a second.",
            "If the old one may be in other hands, strike it off too: strike-sign."
        })
public final class KeyRotateSignCommand implements Callable<Integer> {
    private final HubEnvironment around;

    @Spec private CommandSpec spec = CommandSpec.create();

    public KeyRotateSignCommand() {
        this(HubEnvironment.ofThisProcess());
    }

    public KeyRotateSignCommand(HubEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        boolean isGiven =
                around.variable("HUB_SIGN_KEY") != null
                        || around.variable("HUB_SIGN_KEY_FILE") != null;
        if (isGiven) throw CannotStart.becauseSigningKeyIsGiven();
        return new OwnersDatabase(around).ask(this::rotate);
    }

    /// The registry knows the key before anything is signed with it.
    private int rotate(DatabaseAccess access) throws IOException {
        DrawnSigningKey key = DrawnSigningKey.draw();
        List<Published> all = new SigningKeys(access).add(key.published());
        key.writeTo(around.home());
        if (around.variable("HUB_DB_URL") == null) PublishKeys.write(around.home(), all);
        spec.commandLine()
                .getOut()
                .println(new ObjectMapper().createObjectNode().put("key", key.published().id()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
