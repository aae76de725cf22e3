package dev.wayfare.http;

import dev.wayfare.kernel.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who is asking: by the token, if one is sent, else by the session cookie.
final class SignInFilter extends OncePerRequestFilter {

  static final String CALLER = "dev.wayfare.caller";
  private static final String BEARER = "Bearer ";

  private final Authenticator authenticator;
  private final SessionCookie cookie;
  private final Problems problems;

  SignInFilter(Authenticator authenticator, SessionCookie cookie, Problems problems) {
    this.authenticator = authenticator;
    this.cookie = cookie;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    var caller = authorization == null ? bySession(request) : byToken(authorization);
    if (authorization != null && caller.isEmpty()) {
      problems.write(
          response,
          ProblemException.of(
                  401,
                  "token_unknown",
                  "The token is not valid",
                  "Expected `Authorization: Bearer` with a token of this server that is neither expired nor revoked.")
              .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
      return;
    }
    caller.ifPresent(known -> remember(request, known));
    chain.doFilter(request, response);
  }

  private static void remember(HttpServletRequest request, Caller caller) {
    request.setAttribute(CALLER, caller);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(caller));
    SecurityContextHolder.setContext(context);
  }

  private Optional<Caller> byToken(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authenticator.byToken(Secret.of(authorization.substring(BEARER.length()).strip()))
        : Optional.empty();
  }

  private Optional<Caller> bySession(HttpServletRequest request) {
    return cookie.read(request).flatMap(authenticator::bySession);
  }
}
