package dev.wayfare.db;

/// The database cannot be used as it stands; the text says what was expected, what was found and
/// the way out. It holds no password.
public final class DatabaseTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Stable for ever; what a program may branch on.
  public enum Code {
    DATA_FOLDER_IN_USE,
    DATABASE_MISSING,
    DATA_FOLDER_NOT_OURS,
    DATA_FOLDER_UNREACHABLE,
    PASSWORD_MISSING,
    OTHER_MAJOR_VERSION,
    MACHINE_NOT_SUPPORTED,
    SERVER_DID_NOT_START,
    DATABASE_UNREACHABLE,
    DATABASE_URL_INVALID,
    MIGRATION_FAILED,
    BACKUP_DAMAGED,
    BACKUP_TOO_NEW,
    DATABASE_NOT_EMPTY,
    DATABASE_BUSY
  }

  private final Code code;

  DatabaseTrouble(Code code, String message) {
    super(message);
    this.code = code;
  }

  DatabaseTrouble(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
