package io.credithub.testing;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What Hibernate says to the database while this is open.
public final class SpokenSql extends Handler implements AutoCloseable {
    private final Logger log = Logger.getLogger("org.hibernate.SQL");
    private final Level before = log.getLevel();
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    public SpokenSql() {
        log.setLevel(Level.FINE);
        log.addHandler(this);
    }

    /// The updates of a table, in small letters.
    public List<String> updates(String table) {
        return statements.stream()
                .filter(sql -> sql.startsWith("update " + table + " "))
                .distinct()
                .toList();
    }

    @Override
    public void publish(LogRecord said) {
        statements.add(said.getMessage().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
        log.setLevel(before);
    }
}
