package dev.wayfare.app;

import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.resource.Accounts;
import dev.wayfare.resource.Resources;
import java.util.Optional;

/// Finds what slots are bound to.
public final class Targets {
  private final Resources resources;
  private final Accounts accounts;

  Targets(Resources resources, Accounts accounts) {
    this.resources = resources;
    this.accounts = accounts;
  }

  /// Empty for the default, and for what is gone.
  public Optional<Target> of(OrganizationId organization, Binding binding) {
    return switch (binding) {
      case Binding.Default() -> Optional.empty();
      case Binding.To(var id) -> resources.find(organization, id).map(Target.Through::new);
      case Binding.By(var id) -> accounts.find(organization, id).map(Target.By::new);
    };
  }

  /// By the id or the address of a resource.
  Optional<Target> resource(OrganizationId organization, Profile profile, String written) {
    return resources.find(organization, profile.environment(), written).map(Target.Through::new);
  }

  /// By the id or the name of an account.
  Optional<Target> account(OrganizationId organization, Profile profile, String written) {
    return accounts.find(organization, profile.environment(), written).map(Target.By::new);
  }
}
