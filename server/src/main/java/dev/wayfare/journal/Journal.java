package dev.wayfare.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Writes and reads facts. Writing joins the transaction of the thread: what is undone was never
/// written. Facts of one organization are numbered in the order of their commits, so whoever
/// follows by number misses nothing.
public interface Journal {

  /// Which entries: all filters that are given must fit. A verb may end in `.*` to mean a family
  /// (`release.*`); `actor` is an id, `from` is included and `until` not.
  record Filter(
      Optional<String> verb,
      Optional<String> subjectKind,
      Optional<String> subjectId,
      Optional<String> actor,
      Optional<Instant> from,
      Optional<Instant> until) {

    public static final Filter ALL =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /// Keeps the fact and returns its number.
  long write(Fact fact);

  /// Newest first, from before the given number.
  List<Entry> newestFirst(
      OrganizationId organization, Filter filter, OptionalLong before, int most);

  /// Oldest first, from after the given number: for whoever follows.
  List<Entry> since(OrganizationId organization, long after, int most);

  /// Oldest first, one after the other without holding them all.
  void each(OrganizationId organization, Filter filter, Consumer<Entry> told);

  /// Recomputes the chain from the first entry to the newest.
  Verification verify(OrganizationId organization);

  /// What came of it.
  ///
  /// @param entries how many there are
  /// @param newest the hash of the newest in hex, to be kept elsewhere; empty where there is none
  /// @param broken the first entry that is not as it was written
  record Verification(long entries, String newest, Optional<Broken> broken) {}

  /// @param sequence the entry's number
  record Broken(long sequence, Fault fault) {}

  enum Fault {
    /// The entry says something else than it did.
    CHANGED,
    /// The entry was there and is not any more.
    MISSING;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
