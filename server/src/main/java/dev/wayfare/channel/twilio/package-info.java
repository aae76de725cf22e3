/// The Twilio protocol, which many carriers speak: signed webhooks in, TwiML out, texts by its REST
/// API.
/// It may know the contract in package channel and flow's nouns, and no other adapter.
/// Read [dev.wayfare.channel.twilio.TextHook] for texts in, then
/// [dev.wayfare.channel.twilio.TwilioCarrier] for texts out.
@NullMarked
package dev.wayfare.channel.twilio;

import org.jspecify.annotations.NullMarked;
