package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.OutsideHttp.BasicAuth;
import dev.wayfare.channel.PublicUrl;
import java.net.URI;
import java.util.Optional;

/// A connected account as the REST API knows it: where the API lives, and who signs in.
record TwilioAccount(String home, BasicAuth auth) {

  static final String MISTAKE =
      "The connected account needs an account_sid of letters and digits, and its base_url, if"
          + " it has one, is an http or https address.";

  private static final String HOME = "https://api.twilio.com";

  /// Empty where the account's settings say nothing that one can ask; see [#MISTAKE].
  static Optional<TwilioAccount> of(CarrierAccount account) {
    var sid = account.setting("account_sid").filter(TwilioAccount::wellFormed);
    var base = account.setting("base_url").orElse(HOME);
    try {
      var home = new PublicUrl(base).at("/2010-04-01/Accounts/");
      return sid.map(it -> new TwilioAccount(home + it, new BasicAuth(it, account.secret())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The address of a list (`Messages`), or of one thing in it (`Messages/SM1`).
  URI at(String what) {
    return URI.create(home + "/" + what + ".json");
  }

  /// The account's own address.
  URI itself() {
    return URI.create(home + ".json");
  }

  private static boolean wellFormed(String sid) {
    return !sid.isEmpty() && sid.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
  }
}
