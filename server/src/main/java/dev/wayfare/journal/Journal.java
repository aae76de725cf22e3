package dev.wayfare.journal;

import dev.wayfare.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes and reads facts. Writing joins the transaction of the thread: what is undone was never
/// written. Facts of one organization are numbered in the order of their commits, so whoever
/// follows by number misses nothing.
public interface Journal {

  /// Which entries: all filters that are given must fit. A verb may end in `.*` to mean a family
  /// (`release.*`).
  record Filter(Optional<String> verb, Optional<String> subjectKind, Optional<String> subjectId) {

    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Keeps the fact and returns its number.
  long write(Fact fact);

  /// Newest first, from before the given number.
  List<Entry> newestFirst(
      OrganizationId organization, Filter filter, OptionalLong before, int most);

  /// Oldest first, from after the given number: for whoever follows.
  List<Entry> since(OrganizationId organization, long after, int most);
}
