package dev.wayfare.connector;

import dev.wayfare.kernel.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A connected account of kind `smtp`: a mail server, and who writes through it.
///
/// | setting | |
/// |---|---|
/// | `host` | the server's name |
/// | `port` | without it 587, 465 or 25, as `security` has it |
/// | `security` | `starttls` (as without it), `tls` or `none` |
/// | `user` | at will; the secret is its password, which is never sent without TLS |
/// | `from`, `from_name` | the sender's address, and at will a name |
public record MailServer(
    String host,
    int port,
    Security security,
    Optional<SignIn> signIn,
    String from,
    String fromName) {

  /// How the connection is secured. `STARTTLS` is demanded, never just hoped for.
  public enum Security {
    STARTTLS(587),
    TLS(465),
    NONE(25);

    final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  public record SignIn(String user, Secret password) {}

  /// What became of stored settings.
  public sealed interface Reading {
    record Good(MailServer server) implements Reading {}

    record Mistakes(List<SettingMistake> mistakes) implements Reading {}
  }

  public static Reading read(Map<String, String> settings, Optional<Secret> secret) {
    var stored = StoredSettings.of(settings, secret);
    var host = host(stored);
    var security = security(stored);
    var port = stored.maybe("port").map(it -> port(it, stored)).orElse(security.usualPort);
    var from = from(stored);
    var signIn = stored.maybe("user").flatMap(user -> signIn(user, security, stored));
    return stored.mistakes().isEmpty() && host.isPresent() && from.isPresent()
        ? new Reading.Good(
            new MailServer(
                host.get(),
                port,
                security,
                signIn,
                from.get(),
                stored.maybe("from_name").orElse("")))
        : new Reading.Mistakes(List.copyOf(stored.mistakes()));
  }

  private static Optional<String> host(StoredSettings stored) {
    var host = stored.text("host");
    return host.isPresent() && !HostSpelling.good(host.get())
        ? stored.mistake("host", "Expected a plain name or address.")
        : host;
  }

  private static Security security(StoredSettings stored) {
    return switch (stored.maybe("security").orElse("starttls")) {
      case "starttls" -> Security.STARTTLS;
      case "tls" -> Security.TLS;
      case "none" -> Security.NONE;
      default -> {
        stored.mistake("security", "Expected starttls, tls or none.");
        yield Security.STARTTLS;
      }
    };
  }

  private static int port(String digits, StoredSettings stored) {
    var port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65_535) {
      stored.mistake("port", "Expected a port between 1 and 65535.");
    }
    return port;
  }

  private static Optional<String> from(StoredSettings stored) {
    var from = stored.text("from");
    return from.isPresent() && !EmailText.address(from.get())
        ? stored.mistake("from", "Expected an email address.")
        : from;
  }

  private static Optional<SignIn> signIn(String user, Security security, StoredSettings stored) {
    return security == Security.NONE
        ? stored.mistake(
            "user", "Expected security starttls or tls: a password is not sent openly.")
        : stored.secret().map(it -> new SignIn(user, it));
  }
}
