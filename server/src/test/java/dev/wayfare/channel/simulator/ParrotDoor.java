package dev.wayfare.channel.simulator;

import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.Proven;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.TextReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A door that keeps the runtime's promises in memory: the same text again gets the same reply.
class ParrotDoor implements TextDoor {

  final List<InboundText> heard = new CopyOnWriteArrayList<>();
  final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
  private final Map<String, TextReply> replies = new ConcurrentHashMap<>();

  TextReply reply(InboundText text) {
    return new TextReply.Texts(List.of("You said: " + text.body()));
  }

  @Override
  public TextReply hear(InboundText text) {
    heard.add(text);
    return replies.computeIfAbsent(text.providerId(), _ -> reply(text));
  }

  @Override
  public void delivered(DeliveryReport report) {
    reports.add(report);
  }

  /// No release stands behind this door.
  @Override
  public Optional<Proven<TextReply>> prove(InboundText text, String mark) {
    return Optional.empty();
  }
}
