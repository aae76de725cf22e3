package dev.wayfare.channel.twilio;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.OutsideHttp.Answer;
import dev.wayfare.channel.OutsideHttp.Fetched;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.ProofOutcome;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.channel.SendOutcome.Refused;
import dev.wayfare.channel.Wiring;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Sends texts and places calls by Twilio's REST API, or by that of any carrier that speaks it at
/// another address.
final class TwilioCarrier implements Carrier {

  static final String KIND = "twilio";

  static final Duration LIMIT = Duration.ofSeconds(10);

  private final OutsideHttp http;
  private final PublicUrl publicUrl;
  private final TwilioAnswers answers;
  private final TwilioWiring wiring;
  private final TwilioProof proof;

  TwilioCarrier(OutsideHttp http, OwnDoors doors, PublicUrl publicUrl, JsonMapper json) {
    this.http = http;
    this.publicUrl = publicUrl;
    this.answers = new TwilioAnswers(json);
    this.wiring = new TwilioWiring(http, publicUrl, json);
    this.proof = new TwilioProof(doors, publicUrl);
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
  public Optional<Wiring> wiring() {
    return Optional.of(wiring);
  }

  @Override
  public ProofOutcome prove(PhoneNumber number, Line line, String mark, CarrierAccount account) {
    return proof.send(number, line, mark, account);
  }

  @Override
  public Optional<String> problem(CarrierAccount account) {
    return TwilioAccount.of(account)
        .map(it -> answers.problem(http.fetch(it.itself(), Optional.of(it.auth()), LIMIT)))
        .orElse(Optional.of(TwilioAccount.MISTAKE));
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
    var own = TwilioAccount.of(account).filter(it -> origin(it.itself()).equals(origin(medium)));
    return http.fetch(medium, own.map(TwilioAccount::auth), LIMIT);
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private SendOutcome post(CarrierAccount account, String what, Map<String, List<String>> form) {
    var known = TwilioAccount.of(account);
    if (known.isEmpty()) {
      return new Refused(RefusalReason.CREDENTIALS, TwilioAccount.MISTAKE);
    }
    var auth = Optional.of(known.get().auth());
    return switch (http.postForm(known.get().at(what), auth, form, LIMIT)) {
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
}
