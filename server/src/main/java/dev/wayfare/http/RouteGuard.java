package dev.wayfare.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Holds a request against the rule of its route.
final class RouteGuard implements AuthorizationManager<RequestAuthorizationContext> {

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    return new AuthorizationDecision(refusal(context.getRequest()).isEmpty());
  }

  static Optional<ProblemException> refusal(HttpServletRequest request) {
    if (!(request.getAttribute(RouteFilter.RULE) instanceof RouteRule rule)) {
      return Optional.of(ProblemAdvice.noSuchAddress());
    }
    if (rule.access() instanceof Access.Everyone) {
      return Optional.empty();
    }
    return request.getAttribute(SignInFilter.CALLER) instanceof Caller caller
        ? rule.access().refusal(caller)
        : Optional.of(DenialAnswers.signInFirst());
  }
}
