package dev.wayfare.channel;

/// Where every text comes in, whichever carrier brought it. The runtime stands behind it.
public interface TextDoor {

  /// Hears a text. The same `providerId` again gets the same reply and runs nothing.
  TextReply hear(InboundText text);

  /// Learns how far a text of ours has come.
  void delivered(DeliveryReport report);
}
