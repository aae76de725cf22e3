package dev.wayfare.publish;

import dev.wayfare.kernel.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/// Asks for notifiers when it is needed: those who tell people know publishing, and not the other
/// way round.
record LateNotifiers(ObjectProvider<NotifierNames> alerts) implements NotifierNames {
  @Override
  public Optional<UUID> find(OrganizationId organization, String idOrName) {
    return alerts.stream().flatMap(it -> it.find(organization, idOrName).stream()).findFirst();
  }
}
