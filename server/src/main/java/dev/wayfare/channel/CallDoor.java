package dev.wayfare.channel;

/// Where every call comes in, whichever carrier brought it. The runtime stands behind it.
public interface CallDoor {

  /// A call rings at a number of ours. The same `key` again gets the same reply and runs nothing. A
  /// script of nothing but hanging up refuses the call as busy.
  CallReply rings(InboundCall call);

  /// Something happened on a call. The same `key` again gets the same reply and runs nothing. The
  /// reply to [dev.wayfare.flow.Input.HungUp] is heard by nobody.
  CallReply happened(CallEvent event);
}
