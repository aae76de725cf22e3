package dev.wayfare.publish;

import dev.wayfare.flow.App;
import java.time.Instant;
import java.util.UUID;

/// What publishing asks about people who are in the middle of a journey; the runtime knows them and
/// stands to its right.
public interface PeopleInTheMiddle {

  /// Where people stand on all releases of the deployment, and what the next app means for them.
  Impact impact(UUID deployment, App next);

  /// In the switch's own transaction: what becomes of those on earlier releases.
  void arrange(UUID deployment, UUID release, ReleaseWish.People wish, Instant now);

  /// In the transaction of an unpublish: open journeys go on, or end with this message.
  void takenDown(UUID deployment, boolean end, String message, Instant now);
}
