package io.credithub.store.server;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The hub refuses to start because of something that the operator can put right.
///
/// The message is one line: the code, what is wrong, where, and what to do. No stack is needed.
public final class CannotStart extends RuntimeException {
    /// The status of a process whose start was refused.
    public static final int EXIT = 3;

    private static final long serialVersionUID = 1;

    private CannotStart(String code, String what, Throwable cause) {
        super(code + ": " + what, cause);
    }

    private CannotStart(String code, String what) {
        super(code + ": " + what);
    }

    public static CannotStart becauseUnset(String key) {
        return new CannotStart(
                "HUB-4201", "HUB_DB_URL is set but " + key + " is not: set " + key + ".");
    }

    public static CannotStart becauseUrlIsWrong(String url) {
        return new CannotStart(
                "HUB-4202",
                "HUB_DB_URL is '" + url + "': write it as postgresql://host:port/database.");
    }

    public static CannotStart becauseUrlHasSecrets() {
        return new CannotStart(
                "HUB-4203",
                "HUB_DB_URL contains a user: move it to HUB_DB_USER and HUB_DB_PASSWORD.");
    }

    public static CannotStart becauseNotANumber(String key, String value) {
        return new CannotStart("HUB-4210", key + " is '" + value + "': set it to a whole number.");
    }

    public static CannotStart becauseNoRoutes(String folder) {
        return new CannotStart(
                "HUB-4211",
                "there is no folder " + folder + ": set HUB_ROUTES to the one with the routes.");
    }

    public static CannotStart becauseUnknown(String key) {
        return new CannotStart(
                "HUB-4406", key + " is not a key of the hub: see docs/configuration.md.");
    }

    public static CannotStart becauseOf(List<?> problems) {
        return new CannotStart(
                "HUB-4212",
                "the project's files have problems; run ./hub check. First: "
                        + problems.getFirst());
    }

    public static CannotStart becauseNoPolicy(String wanted, Set<String> known) {
        return new CannotStart(
                "HUB-4213",
                "there is no policy " + wanted + ": set HUB_WORK_POLICY to one of " + known);
    }

    public static CannotStart becauseNoMatching(String wanted, List<String> known) {
        return new CannotStart(
                "HUB-4233",
                "there is no matching file "
                        + wanted
                        + ": set HUB_WORK_MATCHING to one of "
                        + known);
    }

    /// @param variable of the environment that names another port
    public static CannotStart becausePort(int port, String variable, String why) {
        return new CannotStart(
                "HUB-4214",
                "port "
                        + port
                        + " cannot be opened ("
                        + why
                        + "): stop what uses it, or set "
                        + variable
                        + " to another.");
    }

    /// @param reason the system's own, as `No space left on device`
    public static CannotStart becauseFile(String file, String reason, Throwable cause) {
        return new CannotStart(
                "HUB-4215",
                file + ": " + reason + ": make room, or give the hub's user the right.",
                cause);
    }

    /// @param where the database, without a secret
    public static CannotStart becauseDatabase(String where, Throwable cause) {
        return new CannotStart(
                "HUB-4216",
                "the database at "
                        + where
                        + " cannot be used: "
                        + oneLine(cause.getMessage())
                        + ": check HUB_DB_URL, the logins, and that it runs.",
                cause);
    }

    public static CannotStart becauseNoRegistry(String where) {
        return new CannotStart(
                "HUB-4217", "there is no registry at " + where + ": start the hub there once.");
    }

    static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " | ");
    }

    /// What lies around the server's own words repeats them, with tables drawn around.
    private static Throwable innermost(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) at = at.getCause();
        return at;
    }

    public static CannotStart becauseOtherIdKey() {
        return new CannotStart(
                "HUB-4102",
                "the database was filled with another key for personal numbers: set HUB_ID_KEY, or"
                        + " HUB_ID_KEY_FILE, or HUB_HOME/id.key, to the key of its first start.");
    }

    public static CannotStart becauseSigningKeyIsGiven() {
        return new CannotStart(
                "HUB-4110",
                "HUB_SIGN_KEY is yours to rotate: set it to another key and start the hub again;"
                        + " the registry keeps the public keys.");
    }

    public static CannotStart becauseNoFormat(String feed) {
        return new CannotStart(
                "HUB-4232",
                "the feed "
                        + feed
                        + " has deliveries and nothing says how to read them: put its folder back"
                        + " under mappings/, and call it again.");
    }

    static CannotStart becauseFolder(String folder, String problem) {
        return new CannotStart(
                "HUB-4204",
                "the data folder " + folder + " " + problem + ": set HUB_HOME to another folder.");
    }

    static CannotStart becauseInUse(String folder) {
        return new CannotStart(
                "HUB-4205",
                "another hub uses the data folder "
                        + folder
                        + ": stop that one, or set HUB_HOME to another folder.");
    }

    static CannotStart becauseNoBinaries(String platform) {
        return new CannotStart(
                "HUB-4206",
                "no embedded PostgreSQL for "
                        + platform
                        + ": set HUB_DB_URL to a PostgreSQL server of yours.");
    }

    static CannotStart becauseVersion(String folder, String found, String wanted) {
        return new CannotStart(
                "HUB-4207",
                "the data folder %s was written by PostgreSQL %s, this hub brings %s: %s"
                        .formatted(folder, found, wanted, "dump and restore, or set HUB_HOME."));
    }

    static CannotStart becauseRoot(String tried) {
        return new CannotStart(
                "HUB-4208",
                "PostgreSQL does not run as root and " + tried + ": run the hub as another user.");
    }

    static CannotStart becausePostgres(String step, String output) {
        return new CannotStart("HUB-4209", "PostgreSQL: " + step + " failed: " + oneLine(output));
    }

    static CannotStart becausePostgres(String step, Throwable cause) {
        return new CannotStart(
                "HUB-4209",
                "PostgreSQL: " + step + " failed: " + oneLine(String.valueOf(cause)),
                cause);
    }

    /// The database's folder is another one, or none, while the hub runs.
    static CannotStart becauseHomeIsGone(String folder) {
        return new CannotStart(
                "HUB-4220",
                "the data folder "
                        + folder
                        + " was moved, deleted or replaced under the running hub, which ends: put"
                        + " it back, or set HUB_HOME to where it is, and start again.");
    }

    /// The embedded server died and does not come back.
    static CannotStart becauseNotAgain(int tries, String last) {
        return new CannotStart(
                "HUB-4221",
                "the embedded PostgreSQL died and could not be started again in "
                        + tries
                        + " tries, so the hub ends: see log/ in HUB_HOME, and start it again. Last:"
                        + " "
                        + oneLine(last));
    }

    /// @param what is the matter with a parameter of the database's URL
    public static CannotStart becauseParameter(String name, String what) {
        return new CannotStart(
                "HUB-4222",
                "HUB_DB_URL: the parameter "
                        + name
                        + " "
                        + what
                        + ": understood are sslmode, sslrootcert, application_name and"
                        + " connect_timeout.");
    }

    public static CannotStart becauseTls(String what) {
        return new CannotStart("HUB-4223", what + ": see docs/operating.md on TLS.");
    }

    public static CannotStart becauseHost(String variable, String host) {
        return new CannotStart(
                "HUB-4224",
                variable
                        + " is '"
                        + host
                        + "': set it to an address of this machine, or to 0.0.0.0 for all.");
    }

    public static CannotStart becausePending(int howMany) {
        return new CannotStart(
                "HUB-4225",
                "the database lacks "
                        + howMany
                        + " migrations of this version: run ./hub migrate first.");
    }

    /// @param tooMuch what the role may, in words
    static CannotStart becauseRole(String role, Set<String> tooMuch) {
        return new CannotStart(
                "HUB-4226",
                "HUB_DB_USER "
                        + role
                        + " may too much to serve: it "
                        + String.join("; it ", tooMuch)
                        + ": set HUB_DB_USER to a role that may only connect.");
    }

    public static CannotStart becauseSameRole(String role) {
        return becauseRole(role, Set.of("is HUB_DB_OWNER, which owns the tables"));
    }

    static CannotStart becauseNotGranted(String role) {
        return new CannotStart(
                "HUB-4227",
                "the tables are not granted to HUB_DB_USER "
                        + role
                        + ": they were migrated for another role; set HUB_DB_USER to that one.");
    }

    static CannotStart becauseMigration(String where, Throwable cause) {
        return new CannotStart(
                "HUB-4228",
                "the database at "
                        + where
                        + " cannot be migrated: "
                        + oneLine(innermost(cause).getMessage())
                        + ": check HUB_DB_URL, HUB_DB_OWNER and its password.",
                cause);
    }

    public static CannotStart becauseOpenKey(String file) {
        return new CannotStart(
                "HUB-4229",
                "others than the hub's user can read the secret "
                        + file
                        + ": run chmod 600 "
                        + file
                        + ", and change the key if somebody may have read it.");
    }

    public static CannotStart becauseProxy(String value) {
        return new CannotStart(
                "HUB-4230",
                "HUB_PROXY names '"
                        + value
                        + "': write addresses or nets, as 10.0.0.7 or 10.0.0.0/24.");
    }
}
