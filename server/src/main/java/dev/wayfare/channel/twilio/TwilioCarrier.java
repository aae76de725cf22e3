package dev.wayfare.channel.twilio;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.OutsideHttp.Answer;
import dev.wayfare.channel.OutsideHttp.BasicAuth;
import dev.wayfare.channel.OutsideHttp.Fetched;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.channel.SendOutcome.Refused;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends texts and places calls by Twilio's REST API, or by that of any carrier that speaks it at
/// another address.
final class TwilioCarrier implements Carrier {

  static final String KIND = "twilio";

  private static final String HOME = "https://api.twilio.com";
  private static final String UNFIT =
      "The connected account needs an account_sid of letters and digits, and its base_url, if it has"
          + " one, is an http or https address.";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final OutsideHttp http;
  private final PublicUrl publicUrl;
  private final TwilioAnswers answers;

  TwilioCarrier(OutsideHttp http, PublicUrl publicUrl, TwilioAnswers answers) {
    this.http = http;
    this.publicUrl = publicUrl;
    this.answers = answers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SendOutcome send(OutboundText text, CarrierAccount account) {
    return post(account, "Messages", form(text));
  }

  /// Twilio cannot tell that a call was placed before: if its answer was lost, the same key rings
  /// again. Every webhook of such a call carries the key, so that it is known as the second.
  @Override
  public SendOutcome placeCall(OutboundCall call, CarrierAccount account) {
    return post(account, "Calls", form(call));
  }

  @Override
  public Optional<String> problem(CarrierAccount account) {
    var url = address(account, ".json");
    return url.isEmpty()
        ? Optional.of(UNFIT)
        : answers.problem(http.get(url.get(), Optional.of(signIn(account)), LIMIT));
  }

  /// The credentials go to the carrier's own host, wherever else a medium may be.
  @Override
  public Fetched fetch(String url, CarrierAccount account) {
    URI medium;
    try {
      medium = URI.create(url);
    } catch (IllegalArgumentException _) {
      return new Fetched.Forbidden("The carrier names an address that is none.");
    }
    var own = address(account, "").filter(home -> origin(home).equals(origin(medium)));
    return http.get(medium, own.map(_ -> signIn(account)), LIMIT);
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private SendOutcome post(CarrierAccount account, String what, Map<String, List<String>> form) {
    var url = address(account, "/" + what + ".json");
    if (url.isEmpty()) {
      return new Refused(RefusalReason.CREDENTIALS, UNFIT);
    }
    return switch (http.postForm(url.get(), Optional.of(signIn(account)), form, LIMIT)) {
      case Answer.Came came -> answers.read(came);
      case Answer.Forbidden(var why) -> new Refused(RefusalReason.CREDENTIALS, why);
      case Answer.Missing(var why) -> new SendOutcome.TryAgain(TwilioAnswers.LATER, why);
    };
  }

  private Map<String, List<String>> form(OutboundText text) {
    var form = new LinkedHashMap<String, List<String>>();
    form.put("From", List.of(text.from().e164()));
    form.put("To", List.of(text.to().e164()));
    form.put("Body", List.of(text.body()));
    form.put("StatusCallback", List.of(publicUrl.at(StatusHook.PATH)));
    return form;
  }

  /// A machine is waited for until its greeting is over, so that a message lands after the tone.
  private Map<String, List<String>> form(OutboundCall call) {
    var key = "placed=" + call.key();
    var form = new LinkedHashMap<String, List<String>>();
    form.put("From", List.of(call.from().e164()));
    form.put("To", List.of(call.to().e164()));
    form.put(
        "Url", List.of(publicUrl.at(CallMoment.TAKEN.path() + "?step=0&" + key + Ahead.AGAIN)));
    form.put("Method", List.of("POST"));
    form.put("StatusCallback", List.of(publicUrl.at(CallEndHook.PATH + "?" + key + Ahead.AGAIN)));
    form.put("StatusCallbackMethod", List.of("POST"));
    form.put("StatusCallbackEvent", List.of("completed"));
    form.put("Timeout", List.of(Long.toString(CallScript.seconds(call.ring(), 5, 600))));
    if (call.detectMachine()) {
      form.put("MachineDetection", List.of("DetectMessageEnd"));
    }
    return form;
  }

  /// Where something of an account is; empty where its settings are none.
  private static Optional<URI> address(CarrierAccount account, String rest) {
    var base = account.setting("base_url").orElse(HOME);
    var home = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return account
        .setting("account_sid")
        .filter(TwilioCarrier::wellFormed)
        .flatMap(sid -> address(home, "/2010-04-01/Accounts/" + sid + rest));
  }

  private static Optional<URI> address(String home, String path) {
    try {
      return Optional.of(URI.create(new PublicUrl(home).at(path)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static BasicAuth signIn(CarrierAccount account) {
    return new BasicAuth(account.setting("account_sid").orElse(""), account.secret());
  }

  private static boolean wellFormed(String sid) {
    return !sid.isEmpty() && sid.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
  }
}
