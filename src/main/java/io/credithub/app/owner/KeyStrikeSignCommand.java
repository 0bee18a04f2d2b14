package io.credithub.app.owner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.app.start.HubEnvironment;
import io.credithub.app.start.OwnersDatabase;
import io.credithub.app.start.PublishKeys;
import io.credithub.flow.certificate.Certificates.Struck;
import io.credithub.store.sealing.SigningKeys;
import io.credithub.store.sealing.SigningKeys.Striking;
import io.credithub.store.server.DatabaseAccess;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A key that others may have is not believed any more.
@Command(
        name = "strike-sign",
        mixinStandardHelpOptions = true,
        description = {
            "Strikes a signing key off: certificates that it signed since a moment do not hold any"
                    + " more, online at once, offline with the next list of keys.",
            "Rotate first (rotate-sign), so that the hub itself does not go on with it. It cannot"
                    + " be taken back; teachers are given new certificates as usual.",
            "Status 0: done; 1: no such key, or it was struck off before; 2: the call is wrong."
        })
public final class KeyStrikeSignCommand implements Callable<Integer> {
    private static final int REASON_LENGTH_MAX = 200;
    private static final int NOT_DONE = 1;

    private final HubEnvironment around;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "KEY",
            description = "Its id, as kid in /api/v1/certificates/keys shows it.")
    private String key = "";

    @Option(
            names = "--reason",
            required = true,
            description = "Why. Anybody may read it: name nobody.")
    private String reason = "";

    @Option(
            names = "--since",
            description = "From when on it is not believed (2026-03-01T00:00:00+08:00); else now.")
    private @Nullable String since;

    @Option(names = "--by", description = "Who strikes it off; you, by default.")
    private String by = System.getProperty("user.name", "?");

    public KeyStrikeSignCommand() {
        this(HubEnvironment.ofThisProcess());
    }

    public KeyStrikeSignCommand(HubEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            throw wrong("--reason has 1 to " + REASON_LENGTH_MAX + " characters");
        }
        Striking striking = new Striking(key, new Struck(moment(), reason.strip()), by);
        return new OwnersDatabase(around).ask(access -> strike(access, striking));
    }

    private int strike(DatabaseAccess access, Striking striking) {
        SigningKeys keys = new SigningKeys(access);
        long certificates = keys.strike(striking);
        ObjectNode line = new ObjectMapper().createObjectNode().put("key", key);
        if (certificates < 0) line.put("struck", false);
        else line.put("struck", true).put("certificates", certificates);
        if (around.variable("HUB_DB_URL") == null) PublishKeys.write(around.home(), keys.all());
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
        return certificates < 0 ? NOT_DONE : 0;
    }

    private Instant moment() {
        if (since == null) return Instant.now();
        try {
            Instant moment = OffsetDateTime.parse(since).toInstant();
            if (!moment.isAfter(Instant.now())) return moment;
        } catch (DateTimeParseException notAMoment) {
            // the same answer as for one that is yet to come
        }
        throw wrong("--since is no moment that has passed, with its zone: " + since);
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
