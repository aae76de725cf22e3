package dev.wayfare.channel;

import java.util.Optional;

/// Where every text comes in, whichever carrier brought it. The runtime stands behind it.
public interface TextDoor {

  /// Hears a text. The same `providerId` again gets the same reply and runs nothing.
  TextReply hear(InboundText text);

  /// Learns how far a text of ours has come.
  void delivered(DeliveryReport report);

  /// What the marked release would answer to this text; empty where the mark is nobody's, or that
  /// release has another number. Remembers nothing.
  Optional<Proven<TextReply>> prove(InboundText text, String mark);
}
