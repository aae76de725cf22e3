package dev.wayfare.publish;

import dev.wayfare.kernel.OrganizationId;
import java.util.Optional;
import java.util.UUID;

/// What publishing asks of those who tell people when something errs; they stand to its right.
public interface NotifierNames {

  /// The notifier of this organization with this id or name.
  Optional<UUID> find(OrganizationId organization, String idOrName);
}
