package dev.wayfare.kernel;

/// Something sealed cannot be opened, or the key file cannot be used. The message says which and
/// the way out.
public final class SealException extends RuntimeException {

  SealException(String message) {
    super(message);
  }

  SealException(String message, Throwable cause) {
    super(message, cause);
  }
}
