package dev.wayfare.cli.doctor;

import dev.wayfare.db.Database;
import dev.wayfare.db.DatabaseLook;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.db.DatabaseTrouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The database: reachable, of a version we work with, at today's schema, with our time. One that
/// rests is started for the look and stopped again; one that is not there is not made.
final class DatabaseChecks {
  private static final Duration APART = Duration.ofSeconds(2);
  private static final Duration FAR_APART = Duration.ofSeconds(30);

  private final DatabaseSettings settings;
  private final InstantSource clock;
  private Optional<DatabaseLook> seen = Optional.empty();

  DatabaseChecks(DatabaseSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  List<Finding> look() {
    try (var database = Database.join(settings)) {
      var look = database.look(clock);
      seen = Optional.of(look);
      var findings = new ArrayList<Finding>();
      findings.add(
          Finding.ok("Database", "PostgreSQL %d at %s".formatted(look.major(), database.place())));
      findings.add(migrations(look));
      findings.add(clock(look.clockAhead()));
      return findings;
    } catch (DatabaseTrouble trouble) {
      return List.of(told(trouble));
    }
  }

  /// The last migration it has, after the look.
  Optional<String> schema() {
    return seen.flatMap(DatabaseLook::schema);
  }

  Optional<String> mark() {
    return seen.flatMap(DatabaseLook::mark);
  }

  private static Finding told(DatabaseTrouble trouble) {
    return trouble.code() == DatabaseTrouble.Code.DATABASE_MISSING
        ? Finding.warn(
            "Database",
            "There is none yet.",
            "`wayfare up` makes one, --data names another folder, --database-url one of yours.")
        : Finding.fail(
            "Database",
            String.valueOf(trouble.getMessage()),
            "Look at --data or --database-url, and at the log.");
  }

  static Finding migrations(DatabaseLook look) {
    var name = "Migrations";
    if (!look.failed().isEmpty()) {
      return Finding.fail(
          name,
          "Migration %s broke off.".formatted(String.join(", ", look.failed())),
          "Restore the last backup, and tell the makers of Wayfare what the log says.");
    }
    if (!look.foreign().isEmpty()) {
      return Finding.fail(
          name,
          "The database has migrations this Wayfare does not know (%s)."
              .formatted(String.join(", ", look.foreign())),
          "Start the newer Wayfare that made them.");
    }
    if (look.schema().isEmpty()) {
      return Finding.warn(name, "There are no tables yet.", "`wayfare up` makes them.");
    }
    return look.pending().isEmpty()
        ? Finding.ok(name, "All there, up to " + look.schema().get())
        : Finding.warn(
            name,
            "At %s; %s still to come."
                .formatted(look.schema().get(), String.join(", ", look.pending())),
            "Make a backup; the next start of this Wayfare adds them.");
  }

  static Finding clock(Duration ahead) {
    var name = "Clock";
    var apart = ahead.abs();
    if (apart.compareTo(APART) <= 0) {
      return Finding.ok(name, "The same time as the database, within 2 s");
    }
    var text =
        "The database's clock is %d s %s ours."
            .formatted(apart.toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    var wayOut = "Let both machines keep time with NTP (timedatectl set-ntp true).";
    return apart.compareTo(FAR_APART) > 0
        ? Finding.fail(name, text, wayOut)
        : Finding.warn(name, text, wayOut);
  }
}
