package dev.wayfare.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/// Says why a request was turned away: 401 when nobody asked, 403 when somebody did.
final class DenialAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Problems problems;
  private final SessionCookie cookie;

  DenialAnswers(Problems problems, SessionCookie cookie) {
    this.problems = problems;
    this.cookie = cookie;
  }

  static ProblemException signInFirst() {
    return ProblemException.of(
            401,
            "sign_in_first",
            "Sign in first",
            "Expected a session, or `Authorization: Bearer` with a token; found neither.")
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    problems.write(response, signInFirst());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    problems.write(
        response,
        cause instanceof CsrfException
            ? forged()
            : RouteGuard.refusal(request).orElseGet(this::forged));
  }

  private ProblemException forged() {
    return ProblemException.of(
        403,
        "csrf_token_missing",
        "The request did not come from our own pages",
        "Expected the header %s with the value of the cookie %s."
            .formatted(SessionCookie.CSRF_HEADER, cookie.csrfName()));
  }
}
