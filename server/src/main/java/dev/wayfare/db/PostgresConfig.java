package dev.wayfare.db;

/// The settings of the embedded server, written anew at every start. `custom.conf` beside them
/// belongs to the operator and wins.
final class PostgresConfig {
  private PostgresConfig() {}

  private static final int KNOWS_SCRAM_ITERATIONS = 16;

  /// Loopback only and no unix socket. A log line never holds a statement's values or a row: they
  /// are customers' words.
  ///
  /// Passwords are stretched once: ours are 24 random bytes, which no guessing reaches, and 4096
  /// times for each connection of a start is a tenth of its work.
  static String settings(ClusterHome home, int port) {
    return """
        # Written by Wayfare at every start. Put settings of your own into custom.conf beside this file.
        hba_file = '%s'
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        %s
        max_connections = 60

        fsync = on
        synchronous_commit = on
        full_page_writes = on
        autovacuum = on

        shared_buffers = '128MB'
        effective_cache_size = '512MB'
        work_mem = '8MB'
        maintenance_work_mem = '64MB'
        max_wal_size = '1GB'
        wal_compression = on
        random_page_cost = 1.1
        jit = off
        max_logical_replication_workers = 0
        idle_in_transaction_session_timeout = '10min'

        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = '%s'
        log_filename = 'postgresql-%%a.log'
        log_file_mode = 0640
        log_rotation_age = '1d'
        log_rotation_size = 0
        log_truncate_on_rotation = on
        log_line_prefix = '%%m [%%p] %%q%%u@%%d '
        log_min_error_statement = panic
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_error_verbosity = terse
        log_checkpoints = off

        include_if_exists = '%s'
        """
        .formatted(
            quoted(home.hba()),
            port,
            home.major() < KNOWS_SCRAM_ITERATIONS ? "" : "scram_iterations = 1",
            quoted(home.logs()),
            quoted(home.customSettings()));
  }

  static String whoMayConnect() {
    return """
        # Written by Wayfare at every start.
        host all all 127.0.0.1/32 scram-sha-256
        """;
  }

  private static String quoted(Object text) {
    return text.toString().replace("'", "''");
  }
}
