package dev.wayfare.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// Gives Spring's own check the word that belongs to a session. It is asked only where a browser
/// adds something by itself: with a session cookie and without a token.
final class SessionCsrf implements CsrfTokenRepository {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private final SessionCookie cookie;

  SessionCsrf(SessionCookie cookie) {
    this.cookie = cookie;
  }

  boolean needed(HttpServletRequest request) {
    return !HARMLESS.contains(request.getMethod())
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && cookie.read(request).isPresent()
        && !request.getRequestURI().startsWith("/sign-in/");
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(cookie.read(request).map(SessionCookie::csrf).orElse("none"));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // Derived from the session, so there is nothing to remember.
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return cookie.read(request).map(session -> token(SessionCookie.csrf(session))).orElse(null);
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken(SessionCookie.CSRF_HEADER, "_csrf", value);
  }
}
