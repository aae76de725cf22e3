package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.CallReply;
import dev.wayfare.channel.InboundCall;
import dev.wayfare.channel.Proven;
import dev.wayfare.flow.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A door for calls that remembers what came in and says what it was told to.
final class ScriptedCalls implements CallDoor {

  final List<InboundCall> rung = new ArrayList<>();
  final List<CallEvent> events = new ArrayList<>();
  CallReply reply = new CallReply.Script(List.of(new Verb.HangUp()));

  @Override
  public CallReply rings(InboundCall call) {
    rung.add(call);
    return reply;
  }

  @Override
  public CallReply happened(CallEvent event) {
    events.add(event);
    return reply;
  }

  /// No release stands behind this door.
  @Override
  public Optional<Proven<CallReply>> prove(InboundCall call, String mark) {
    return Optional.empty();
  }
}
