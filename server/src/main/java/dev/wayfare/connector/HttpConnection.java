package dev.wayfare.connector;

import dev.wayfare.kernel.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A connected account of kind `http`: where a service lives (`base_url`) and how one signs in
/// there (`auth`).
///
/// | `auth` | further settings | secret |
/// |---|---|---|
/// | `none` | | |
/// | `basic` | `user` | the password |
/// | `bearer` | | the token |
/// | `header` | `header` | the key |
/// | `oauth` | `token_url`, `client_id`; at will `scopes`, `audience`, `client_auth` | the client's
/// |
///
/// `scopes` are parted by spaces; `client_auth` is `header` (as without it) or `body`. `check_path`
/// is where the service lets in who has good credentials, and nobody else: asked there, it says
/// whether they are good, which its base address may not know.
public record HttpConnection(
    BaseAddress base, Authorization authorization, Optional<String> checkPath) {

  public HttpConnection(BaseAddress base, Authorization authorization) {
    this(base, authorization, Optional.empty());
  }

  /// What became of stored settings.
  public sealed interface Reading {
    record Good(HttpConnection connection) implements Reading {}

    record Mistakes(List<SettingMistake> mistakes) implements Reading {}
  }

  public static Reading read(Map<String, String> settings, Optional<Secret> secret) {
    var stored = StoredSettings.of(settings, secret);
    var base = stored.address("base_url");
    var authorization = authorization(stored);
    var check = checkPath(stored);
    return stored.mistakes().isEmpty() && base.isPresent() && authorization.isPresent()
        ? new Reading.Good(new HttpConnection(base.get(), authorization.get(), check))
        : new Reading.Mistakes(List.copyOf(stored.mistakes()));
  }

  private static Optional<String> checkPath(StoredSettings stored) {
    return stored
        .maybe("check_path")
        .flatMap(
            written ->
                written.matches("/[^\\s?#]*") && !PathText.climbs(written)
                    ? Optional.of(written)
                    : stored.mistake(
                        "check_path", "Expected a path below base_url that begins with a slash."));
  }

  private static Optional<Authorization> authorization(StoredSettings stored) {
    return switch (stored.maybe("auth").orElse("none")) {
      case "none" -> Optional.of(new Authorization.None());
      case "basic" -> basic(stored);
      case "bearer" -> stored.headerSecret().map(Authorization.Bearer::new);
      case "header" -> headerKey(stored);
      case "oauth" -> oauth(stored);
      default -> stored.mistake("auth", "Expected none, basic, bearer, header or oauth.");
    };
  }

  private static Optional<Authorization> basic(StoredSettings stored) {
    var user = stored.text("user");
    var password = stored.secret();
    if (user.isPresent() && user.get().contains(":")) {
      return stored.mistake("user", "Expected a user without a colon.");
    }
    return user.flatMap(it -> password.map(hidden -> new Authorization.Basic(it, hidden)));
  }

  private static Optional<Authorization> headerKey(StoredSettings stored) {
    var name = stored.text("header");
    var mistake = name.flatMap(it -> HeaderRules.mistakeIn(new Field(it, "")));
    var key = stored.headerSecret();
    if (mistake.isPresent()) {
      return stored.mistake("header", mistake.get());
    }
    return name.flatMap(it -> key.map(hidden -> new Authorization.HeaderKey(it, hidden)));
  }

  private static Optional<Authorization> oauth(StoredSettings stored) {
    var endpoint = stored.address("token_url");
    var client = stored.text("client_id");
    var hidden = stored.secret();
    if (endpoint.isEmpty() || client.isEmpty() || hidden.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Authorization.ClientCredentials(
            endpoint.get(),
            client.get(),
            hidden.get(),
            stored.maybe("scopes").map(it -> List.of(it.split("\\s+"))).orElse(List.of()),
            stored.maybe("audience"),
            stored.maybe("client_auth").filter("body"::equals).isPresent()));
  }
}
