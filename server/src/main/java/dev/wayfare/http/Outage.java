package dev.wayfare.http;

import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Tells the one fault that is nobody's mistake from all others: the database cannot be reached at
/// the moment. Whoever asked is told to come again; nothing is logged as broken.
public final class Outage {

  /// What `Retry-After` says then.
  public static final String AGAIN_AFTER_SECONDS = "5";

  private Outage() {}

  /// Writes a warning with all there is to know; of an outage, which may last, one line only.
  public static void warn(Logger log, String what, RuntimeException fault) {
    if (is(fault)) {
      log.warn("{} The database cannot be reached: {}", what, said(fault));
    } else {
      log.warn(what, fault);
    }
  }

  /// The first line of what the innermost cause says.
  static String said(Throwable fault) {
    var said = chain(fault).map(Throwable::getMessage).filter(Objects::nonNull).toList();
    return said.isEmpty() ? "" : said.getLast().lines().findFirst().orElse("");
  }

  public static boolean is(Throwable fault) {
    return chain(fault)
        .anyMatch(
            cause ->
                cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessResourceException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException
                    // Not even a rollback came through: the connection went away in between.
                    || cause instanceof TransactionSystemException);
  }

  private static Stream<Throwable> chain(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(20);
  }
}
