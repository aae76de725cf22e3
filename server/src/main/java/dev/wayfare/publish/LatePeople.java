package dev.wayfare.publish;

import dev.wayfare.flow.App;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/// Asks the runtime when it is needed, and not before: the runtime knows publishing, and not the
/// other way round. Where there is no runtime, nobody is in the middle of anything.
record LatePeople(ObjectProvider<PeopleInTheMiddle> runtime) implements PeopleInTheMiddle {
  @Override
  public Impact impact(UUID deployment, App next) {
    return runtime.stream().map(it -> it.impact(deployment, next)).findFirst().orElse(Impact.NONE);
  }

  @Override
  public void arrange(UUID deployment, UUID release, ReleaseWish.People wish, Instant now) {
    runtime.forEach(it -> it.arrange(deployment, release, wish, now));
  }

  @Override
  public void takenDown(UUID deployment, boolean end, String message, Instant now) {
    runtime.forEach(it -> it.takenDown(deployment, end, message, now));
  }
}
