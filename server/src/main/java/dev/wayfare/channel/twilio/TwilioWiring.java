package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.Wiring;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Where Twilio posts a number's texts and calls: settings of the number itself
/// (`IncomingPhoneNumbers`).
///
/// An application in `sms_application_sid` or `voice_application_sid`, or a trunk in `trunk_sid`,
/// takes precedence over the number's own addresses, and a fallback address would let a former app
/// answer when we are away, so these are taken out. What cannot be seen here: where the number
/// belongs to a Messaging Service, that service may take its texts elsewhere.
final class TwilioWiring implements Wiring {

  private final PublicUrl publicUrl;
  private final TwilioNumbers numbers;

  TwilioWiring(OutsideHttp http, PublicUrl publicUrl, JsonMapper json) {
    this.publicUrl = publicUrl;
    this.numbers = new TwilioNumbers(http, json);
  }

  @Override
  public Read read(PhoneNumber number, CarrierAccount account) {
    return switch (numbers.find(number, account)) {
      case TwilioNumbers.Found.Number(_, var settings, var lines) ->
          new Read.Settings(settings, lines);
      case TwilioNumbers.Found.Nowhere() -> new Read.Missing();
      case TwilioNumbers.Found.Failed(var why) -> new Read.Failed(why);
    };
  }

  /// A call's end is told to the number's `status_callback`, which nothing else uses.
  @Override
  public Map<String, String> wanted(PhoneNumber number, Line line) {
    return switch (line) {
      case TEXT ->
          Map.of(
              "sms_url", publicUrl.at(TextHook.PATH),
              "sms_method", "POST",
              "sms_fallback_url", "",
              "sms_application_sid", "");
      case CALL ->
          Map.of(
              "voice_url", publicUrl.at(CallHook.PATH + Ahead.AGAIN),
              "voice_method", "POST",
              "voice_fallback_url", "",
              "voice_application_sid", "",
              "trunk_sid", "",
              "status_callback", publicUrl.at(CallEndHook.PATH + Ahead.AGAIN),
              "status_callback_method", "POST");
    };
  }

  /// Says only what is not so already: a carrier that speaks this protocol in part is asked nothing
  /// that it need not know.
  @Override
  public Outcome set(PhoneNumber number, Map<String, String> settings, CarrierAccount account) {
    return switch (numbers.find(number, account)) {
      case TwilioNumbers.Found.Number known -> {
        var changes = new LinkedHashMap<>(settings);
        changes.entrySet().removeAll(known.settings().entrySet());
        yield changes.isEmpty() ? new Outcome.Done() : numbers.change(known, changes, account);
      }
      case TwilioNumbers.Found.Nowhere() ->
          new Outcome.Failed("The connected account has no number " + number.e164() + ".");
      case TwilioNumbers.Found.Failed(var why) -> new Outcome.Failed(why);
    };
  }
}
