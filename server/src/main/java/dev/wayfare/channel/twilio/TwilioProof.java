package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Proof;
import dev.wayfare.channel.ProofOutcome;
import dev.wayfare.channel.PublicUrl;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Posts a marked text or call to our own webhook, signed as Twilio signs: so the public address,
/// the proxy and the account's secret are tried out with it.
///
/// It comes from the number itself, so that no customer is ever meant.
final class TwilioProof {

  private final OwnDoors doors;
  private final PublicUrl publicUrl;

  TwilioProof(OwnDoors doors, PublicUrl publicUrl) {
    this.doors = doors;
    this.publicUrl = publicUrl;
  }

  ProofOutcome send(PhoneNumber number, Line line, String mark, CarrierAccount account) {
    var url = publicUrl.at(path(line));
    var fields = fields(number, line, account.setting("account_sid").orElse(""));
    var signature = new TwilioSignature(account.secret()).sign(url, fields.signed());
    var headers = Map.of(Proof.MARK, mark, "X-Twilio-Signature", signature);
    return ProofOutcome.of(
        doors.send(new OwnDoors.Request("POST", URI.create(url), headers, form(fields))));
  }

  private static String path(Line line) {
    return switch (line) {
      case TEXT -> TextHook.PATH;
      case CALL -> CallHook.PATH;
    };
  }

  private static Fields fields(PhoneNumber number, Line line, String account) {
    return new Fields(
        switch (line) {
          case TEXT ->
              List.of(
                  new Fields.Field("AccountSid", account),
                  new Fields.Field("MessageSid", "SMproof"),
                  new Fields.Field("From", number.e164()),
                  new Fields.Field("To", number.e164()),
                  new Fields.Field("Body", ""),
                  new Fields.Field("NumMedia", "0"));
          case CALL ->
              List.of(
                  new Fields.Field("AccountSid", account),
                  new Fields.Field("CallSid", "CAproof"),
                  new Fields.Field("From", number.e164()),
                  new Fields.Field("To", number.e164()),
                  new Fields.Field("CallStatus", "ringing"),
                  new Fields.Field("Direction", "inbound"));
        });
  }

  private static Map<String, List<String>> form(Fields fields) {
    return fields.all().stream()
        .collect(Collectors.toMap(Fields.Field::name, field -> List.of(field.value())));
  }
}
