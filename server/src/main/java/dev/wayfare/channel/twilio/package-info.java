/// The Twilio protocol, which many carriers speak: signed webhooks in, TwiML out, texts and
/// calls by its REST API.
/// It may know the contract in package channel and flow's nouns, and no other adapter.
/// Read [dev.wayfare.channel.twilio.TextHook] for texts in,
/// [dev.wayfare.channel.twilio.CallScript] for what a call says, then
/// [dev.wayfare.channel.twilio.TwilioCarrier] for what goes out.
@NullMarked
package dev.wayfare.channel.twilio;

import org.jspecify.annotations.NullMarked;
