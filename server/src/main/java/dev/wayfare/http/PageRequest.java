package dev.wayfare.http;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Which page of a list is asked for: `?limit=` (1 to 200, 50 by default) and `?cursor=`. Any
/// controller method can take it as an argument.
public record PageRequest(int limit, List<String> after) {

  static final int DEFAULT = 50;
  static final int MOST = 200;

  /// One more than asked for, so that a query shows whether there is a next page.
  public int oneMore() {
    return limit + 1;
  }

  /// The cursor of a list that is ordered by one number.
  public OptionalLong afterNumber() {
    if (after.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(after.getFirst()));
    } catch (NumberFormatException _) {
      throw Cursor.invalid();
    }
  }

  /// The cursor of a list that is ordered by ids.
  public Optional<UUID> afterId() {
    if (after.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(after.getFirst()));
    } catch (IllegalArgumentException _) {
      throw Cursor.invalid();
    }
  }
}
