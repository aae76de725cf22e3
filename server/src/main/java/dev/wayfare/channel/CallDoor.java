package dev.wayfare.channel;

import java.util.Optional;

/// Where every call comes in, whichever carrier brought it. The runtime stands behind it.
public interface CallDoor {

  /// A call rings at a number of ours. The same `key` again gets the same reply and runs nothing. A
  /// script of nothing but hanging up refuses the call as busy.
  CallReply rings(InboundCall call);

  /// Something happened on a call. The same `key` again gets the same reply and runs nothing. The
  /// reply to [dev.wayfare.flow.Input.HungUp] is heard by nobody.
  CallReply happened(CallEvent event);

  /// What the marked release would do with this call; empty where the mark is nobody's, or that
  /// release has another number. Remembers nothing.
  Optional<Proven<CallReply>> prove(InboundCall call, String mark);
}
