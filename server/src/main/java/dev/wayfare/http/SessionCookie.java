package dev.wayfare.http;

import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The two cookies of a person who is signed in: the session, which no script can read, and the
/// word against forged requests, which our own pages read and send back as a header.
///
/// That word is derived from the session: it needs no memory, and a cookie planted by a
/// neighbouring host does not fit it.
///
/// Under a public address with https both are `Secure`, also behind a proxy that ends TLS and
/// talks plain http to us; the prefix of their names then has browsers refuse one that a
/// neighbouring host or an unencrypted page plants.
public final class SessionCookie {

  public static final String NAME = "wayfare_session";
  public static final String CSRF_NAME = "wayfare_csrf";
  public static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String BOUND_TO_HOST = "__Host-";

  private final boolean secure;

  private SessionCookie(boolean secure) {
    this.secure = secure;
  }

  /// @param publicUrl the address under which people reach this server
  public static SessionCookie under(String publicUrl) {
    return new SessionCookie(publicUrl.startsWith("https:"));
  }

  /// The session's name in this server's cookies.
  public String name() {
    return named(NAME);
  }

  /// The name of the cookie with the word against forged requests.
  public String csrfName() {
    return named(CSRF_NAME);
  }

  private String named(String name) {
    return secure ? BOUND_TO_HOST + name : name;
  }

  public Optional<Secret> read(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name()) && !cookie.getValue().isEmpty())
            .map(cookie -> Secret.of(cookie.getValue()))
            .findFirst();
  }

  public void set(HttpServletResponse response, Secret session, Duration life) {
    add(response, cookie(name(), session.reveal(), true, life));
    add(response, cookie(csrfName(), csrf(session), false, life));
  }

  public void clear(HttpServletResponse response) {
    add(response, cookie(name(), "", true, Duration.ZERO));
    add(response, cookie(csrfName(), "", false, Duration.ZERO));
  }

  public static String csrf(Secret session) {
    return Fingerprint.hex("csrf:" + session.reveal());
  }

  private ResponseCookie cookie(String name, String value, boolean hidden, Duration life) {
    return ResponseCookie.from(name, value)
        .httpOnly(hidden)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(life)
        .build();
  }

  private static void add(HttpServletResponse response, ResponseCookie cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
