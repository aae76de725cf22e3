package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.OutsideHttp.Answer;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Wiring.Outcome;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The numbers of an account, over the REST API.
final class TwilioNumbers {

  private static final String LIST = "IncomingPhoneNumbers";
  private static final List<String> SETTINGS =
      List.of(
          "sms_url",
          "sms_method",
          "sms_application_sid",
          "sms_fallback_url",
          "voice_url",
          "voice_method",
          "voice_application_sid",
          "voice_fallback_url",
          "trunk_sid",
          "status_callback",
          "status_callback_method");

  private final OutsideHttp http;
  private final JsonMapper json;

  TwilioNumbers(OutsideHttp http, JsonMapper json) {
    this.http = http;
    this.json = json;
  }

  /// What came of looking for a number.
  sealed interface Found {
    record Number(String sid, Map<String, String> settings, Set<Line> lines) implements Found {}

    record Nowhere() implements Found {}

    record Failed(String why) implements Found {}
  }

  Found find(PhoneNumber number, CarrierAccount account) {
    var known = TwilioAccount.of(account);
    if (known.isEmpty()) {
      return new Found.Failed(TwilioAccount.MISTAKE);
    }
    var auth = Optional.of(known.get().auth());
    var query = Map.of("PhoneNumber", List.of(number.e164()));
    return switch (http.get(known.get().at(LIST), auth, query, TwilioCarrier.LIMIT)) {
      case Answer.Came came when came.status() / 100 == 2 -> read(number, came.body());
      case Answer.Came came -> new Found.Failed(refused(came.status(), "read"));
      case Answer.Missing(var why) -> new Found.Failed(unreached(why));
      case Answer.Forbidden(var why) -> new Found.Failed(why);
    };
  }

  /// Changes these settings of a number and nothing else.
  Outcome change(Found.Number number, Map<String, String> settings, CarrierAccount account) {
    var known = TwilioAccount.of(account).orElseThrow();
    var form = new LinkedHashMap<String, List<String>>();
    settings.forEach((setting, value) -> form.put(parameter(setting), List.of(value)));
    var url = known.at(LIST + "/" + number.sid());
    return switch (http.postForm(url, Optional.of(known.auth()), form, TwilioCarrier.LIMIT)) {
      case Answer.Came came when came.status() / 100 == 2 -> new Outcome.Done();
      case Answer.Came came -> new Outcome.Failed(refused(came.status(), "change"));
      case Answer.Missing(var why) -> new Outcome.Failed(unreached(why));
      case Answer.Forbidden(var why) -> new Outcome.Failed(why);
    };
  }

  /// The API also finds numbers that only begin or end like this one.
  private Found read(PhoneNumber number, String body) {
    try {
      var all = json.readTree(body).path("incoming_phone_numbers");
      if (!all.isArray()) {
        return notUnderstood();
      }
      for (var each : all) {
        if (each.path("phone_number").asString("").equals(number.e164())) {
          return read(each);
        }
      }
      return new Found.Nowhere();
    } catch (JacksonException _) {
      return notUnderstood();
    }
  }

  private static Found read(JsonNode number) {
    var sid = number.path("sid").asString("");
    if (!sid.matches("[A-Za-z0-9-]{1,64}")) {
      return notUnderstood();
    }
    var settings = new LinkedHashMap<String, String>();
    SETTINGS.forEach(name -> settings.put(name, number.path(name).asString("")));
    var lines = EnumSet.noneOf(Line.class);
    if (number.path("capabilities").path("sms").asBoolean(false)) {
      lines.add(Line.TEXT);
    }
    if (number.path("capabilities").path("voice").asBoolean(false)) {
      lines.add(Line.CALL);
    }
    return new Found.Number(sid, settings, lines);
  }

  /// `sms_url` is answered, `SmsUrl` is asked.
  private static String parameter(String setting) {
    if (!SETTINGS.contains(setting)) {
      throw new IllegalArgumentException(setting + " is no setting of a number that we change");
    }
    var name = new StringBuilder();
    for (var part : setting.split("_")) {
      name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    return name.toString();
  }

  private static Found notUnderstood() {
    return new Found.Failed("The carrier's answer about its numbers could not be understood.");
  }

  private static String unreached(String why) {
    return "The carrier gave no answer. " + why;
  }

  private static String refused(int status, String act) {
    return switch (status) {
      case 401 ->
          "The carrier does not accept the account's credentials (status 401). Check its"
              + " account_sid and its auth token.";
      case 403 ->
          "The carrier does not let this account %s its numbers (status 403).".formatted(act);
      case 404 ->
          act.equals("read")
              ? "The carrier knows no such account (status 404). Check its account_sid and base_url."
              : "The number is no longer in the account (status 404).";
      case 429 -> "The carrier was asked too often (status 429). Try again in a minute.";
      default ->
          status >= 500
              ? "The carrier has trouble of its own (status %d). Try again in a minute."
                  .formatted(status)
              : "The carrier refused to %s the number's settings (status %d)."
                  .formatted(act, status);
    };
  }
}
