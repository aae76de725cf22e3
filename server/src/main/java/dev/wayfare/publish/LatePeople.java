package dev.wayfare.publish;

import dev.wayfare.flow.App;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/// Asks the runtime when it is needed, and not before: the runtime knows publishing, and not the
/// other way round. Where there is no runtime, nobody is in the middle of anything.
record LatePeople(ObjectProvider<PeopleInTheMiddle> runtime) implements PeopleInTheMiddle {
  @Override
  public Impact impact(UUID deployment, App next, PeoplePolicy policy) {
    return runtime.stream()
        .map(it -> it.impact(deployment, next, policy))
        .findFirst()
        .orElse(Impact.NONE);
  }
}
