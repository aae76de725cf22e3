package dev.wayfare.resource;

import java.util.List;
import java.util.UUID;

/// Answers who uses a resource; those who use resources implement it, each for its own part.
@FunctionalInterface
public interface ResourceUses {
  List<Use> of(UUID resource);
}
