package dev.wayfare.app;

import dev.wayfare.resource.ConnectedAccount;
import dev.wayfare.resource.Resource;
import java.util.UUID;

/// What a slot is bound to: a resource, or a connected account.
public sealed interface Target {
  /// As a message names it: `+15550100`, `Orders`.
  String title();

  UUID environment();

  record Through(Resource resource) implements Target {
    @Override
    public String title() {
      return resource.address();
    }

    @Override
    public UUID environment() {
      return resource.environment();
    }
  }

  record By(ConnectedAccount account) implements Target {
    @Override
    public String title() {
      return account.name();
    }

    @Override
    public UUID environment() {
      return account.environment();
    }
  }
}
