package dev.wayfare.publish;

import dev.wayfare.flow.App;
import java.util.UUID;

/// What publishing asks about people who are in the middle of a journey; the runtime knows them and
/// stands to its right.
public interface PeopleInTheMiddle {

  /// Where people stand on all releases of the deployment, what the next app means for them, and
  /// what comes of it if this is done with them.
  Impact impact(UUID deployment, App next, PeoplePolicy policy);
}
