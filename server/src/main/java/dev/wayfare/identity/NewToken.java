package dev.wayfare.identity;

import dev.wayfare.kernel.Secret;
import java.util.UUID;

/// A token at the only moment when its text is known.
public record NewToken(UUID id, Secret token) {}
