package dev.wayfare.channel;

/// Takes our texts to one kind of carrier. It translates and never decides: no retries, no memory.
public interface Carrier {

  /// The kind of connected account it speaks for, as in [CarrierAccount#kind()].
  String kind();

  SendOutcome send(OutboundText text, CarrierAccount account);
}
