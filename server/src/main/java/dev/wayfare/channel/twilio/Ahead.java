package dev.wayfare.channel.twilio;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;

/// Where Twilio comes back to when a script has been said.
///
/// Each address carries the number of the step it leads to, so that a webhook posted again has the
/// same key as the first time, and the next one another. What follows the `#` is for Twilio: it
/// posts again when we could not answer, which it does not by itself on a call.
///
/// @param ours the number of ours on this call
record Ahead(PublicUrl base, PhoneNumber ours, long step) {

  static final String AGAIN = "#rc=2&rp=all";

  String to(CallMoment moment) {
    return base.at(moment.path() + "?step=" + (step + 1) + AGAIN);
  }
}
