package io.credithub.store.server;

/// What an embedded server may be told from outside; the rest is fixed by the promises of the hub.
///
/// @param port 0 for any free one
/// @param sharedBuffersMib memory for pages; a quarter of what PostgreSQL may have in all
public record PostgresSettings(int port, int sharedBuffersMib) {
    /// @throws IllegalArgumentException if out of range
    public PostgresSettings {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("port " + port);
        if (sharedBuffersMib < 16)
            throw new IllegalArgumentException("buffers " + sharedBuffersMib);
    }

    /// The same at a port that is known.
    PostgresSettings at(int knownPort) {
        return new PostgresSettings(knownPort, sharedBuffersMib);
    }

    /// The whole `postgresql.conf`. What was answered "safe" must survive a power cut, so the three
    /// switches that trade that for speed stay on.
    String toConfiguration(int listenPort) {
        return """
        # Written by Credit Hub at every start; changes here are lost.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 40
        password_encryption = 'scram-sha-256'

        fsync = on
        synchronous_commit = on
        full_page_writes = on
        wal_compression = pglz
        max_wal_size = '4GB'
        checkpoint_timeout = '15min'
        # A first bulk load ends before the usual minute: plans made without statistics are slow ones.
        autovacuum_naptime = '15s'
        # Two hubs on one database can wait for each other's rows in a circle; one of them begins again.
        deadlock_timeout = '200ms'

        shared_buffers = '%dMB'
        dynamic_shared_memory_type = posix
        jit = off

        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = on
        log_directory = '../log'
        log_filename = 'postgres-%%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = '1d'
        log_rotation_size = 0
        """
                .formatted(listenPort, sharedBuffersMib);
    }
}
