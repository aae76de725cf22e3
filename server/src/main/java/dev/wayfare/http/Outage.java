package dev.wayfare.http;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Tells the one fault that is nobody's mistake from all others: the database cannot be reached at
/// the moment. Whoever asked is told to come again; nothing is logged as broken.
public final class Outage {

  /// What `Retry-After` says then.
  public static final String AGAIN_AFTER_SECONDS = "5";

  private Outage() {}

  public static boolean is(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .limit(20)
        .anyMatch(
            cause ->
                cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessResourceException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException);
  }
}
