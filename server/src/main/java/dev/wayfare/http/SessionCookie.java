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
public final class SessionCookie {

  public static final String NAME = "wayfare_session";
  public static final String CSRF_NAME = "wayfare_csrf";
  public static final String CSRF_HEADER = "X-CSRF-Token";

  private SessionCookie() {}

  public static Optional<Secret> read(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
            .map(cookie -> Secret.of(cookie.getValue()))
            .findFirst();
  }

  public static void set(
      HttpServletRequest request, HttpServletResponse response, Secret session, Duration life) {
    add(response, cookie(request, NAME, session.reveal(), true, life));
    add(response, cookie(request, CSRF_NAME, csrf(session), false, life));
  }

  public static void clear(HttpServletRequest request, HttpServletResponse response) {
    add(response, cookie(request, NAME, "", true, Duration.ZERO));
    add(response, cookie(request, CSRF_NAME, "", false, Duration.ZERO));
  }

  public static String csrf(Secret session) {
    return Fingerprint.hex("csrf:" + session.reveal());
  }

  private static ResponseCookie cookie(
      HttpServletRequest request, String name, String value, boolean hidden, Duration life) {
    return ResponseCookie.from(name, value)
        .httpOnly(hidden)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path("/")
        .maxAge(life)
        .build();
  }

  private static void add(HttpServletResponse response, ResponseCookie cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
