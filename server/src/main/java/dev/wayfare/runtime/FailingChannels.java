package dev.wayfare.runtime;

import dev.wayfare.publish.SealedRelease;

/// Told when somebody on a channel got the answer of last resort because the server itself failed.
public interface FailingChannels {
  FailingChannels UNHEARD = (_, _, _) -> {};

  /// @param channel `text`, `call`, `web` or `api`
  void failed(SealedRelease release, String channel, RuntimeException fault);
}
