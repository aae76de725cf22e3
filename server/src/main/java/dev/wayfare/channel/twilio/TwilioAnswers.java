package dev.wayfare.channel.twilio;

import dev.wayfare.channel.OutsideHttp.Answer.Came;
import dev.wayfare.channel.OutsideHttp.Fetched;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.channel.SendOutcome.Accepted;
import dev.wayfare.channel.SendOutcome.Refused;
import dev.wayfare.channel.SendOutcome.TryAgain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads what Twilio's REST API says to a text, by status first and by its error code where it has
/// one.
///
/// Its own messages repeat the customer's number, so only the code is passed on.
final class TwilioAnswers {

  static final Duration LATER = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofHours(1);

  private final JsonMapper json;

  TwilioAnswers(JsonMapper json) {
    this.json = json;
  }

  SendOutcome read(Came answer) {
    var body = parse(answer.body());
    if (answer.status() / 100 == 2) {
      var sid = body.path("sid").asString("");
      return sid.isEmpty() ? new TryAgain(LATER, "Twilio's answer has no sid.") : new Accepted(sid);
    }
    var code = body.path("code").asInt(0);
    var detail =
        "Twilio answered " + answer.status() + (code == 0 ? "." : " with error " + code + ".");
    if (isBusy(answer.status(), code)) {
      return new TryAgain(pause(answer), detail);
    }
    return new Refused(reason(answer.status(), code), detail);
  }

  /// What is wrong with an account, by what its own page in the API says; empty where nothing is.
  Optional<String> problem(Fetched answer) {
    return switch (answer) {
      case Fetched.Came came when came.status() / 100 == 2 ->
          standing(parse(new String(came.content(), StandardCharsets.UTF_8)));
      case Fetched.Came came when came.status() == 401 || came.status() == 403 ->
          Optional.of("Twilio does not accept the account_sid and the auth_token.");
      case Fetched.Came came when came.status() == 404 ->
          Optional.of("Twilio knows no account with this account_sid.");
      case Fetched.Came came ->
          Optional.of("Twilio answered with status " + came.status() + ". Try again later.");
      case Fetched.Missing(var why) -> Optional.of("Twilio gave no answer: " + why);
      case Fetched.TooLarge(var why) -> Optional.of("That is no account of Twilio's: " + why);
      case Fetched.Forbidden(var why) -> Optional.of(why);
    };
  }

  private static Optional<String> standing(JsonNode account) {
    return switch (account.path("status").asString("")) {
      case "suspended" -> Optional.of("Twilio has suspended this account.");
      case "closed" -> Optional.of("This account is closed at Twilio.");
      default -> Optional.empty();
    };
  }

  private JsonNode parse(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException _) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  /// Too many requests, a full queue of the sending number, or trouble on their side.
  private static boolean isBusy(int status, int code) {
    return status == 408 || status == 429 || status >= 500 || code == 20429 || code == 21611;
  }

  private static Duration pause(Came answer) {
    return answer
        .header("Retry-After")
        .filter(text -> text.length() <= 6 && !text.isEmpty())
        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked)
        .orElse(LATER);
  }

  private static RefusalReason reason(int status, int code) {
    return switch (code) {
      case 21610 -> RefusalReason.OPTED_OUT;
      case 13223, 13224, 21211, 21214, 21217, 21401, 21421, 21604, 21612, 21614, 21635 ->
          RefusalReason.BAD_NUMBER;
      case 21210, 21212, 21603, 21606, 21659, 21660, 21661 -> RefusalReason.BAD_SENDER;
      case 13227, 21215, 21216, 21219, 21408, 21608 -> RefusalReason.NOT_ALLOWED;
      case 21602, 21605, 21617, 21619 -> RefusalReason.CONTENT;
      case 20003, 20404, 20005 -> RefusalReason.CREDENTIALS;
      default ->
          status == 401 || status == 403 || status == 404
              ? RefusalReason.CREDENTIALS
              : RefusalReason.UNKNOWN;
    };
  }
}
