package dev.wayfare.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds the rule of the route that is asked for. What has no rule does not exist for anybody.
final class RouteFilter extends OncePerRequestFilter {

  static final String RULE = "dev.wayfare.rule";

  private final RouteTable routes;
  private final Problems problems;

  RouteFilter(RouteTable routes, Problems problems) {
    this.routes = routes;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getRequestURI();
    var rule = routes.find(HttpMethod.valueOf(request.getMethod()), path);
    if (rule.isPresent()) {
      request.setAttribute(RULE, rule.get());
      chain.doFilter(request, response);
    } else {
      problems.write(response, refusal(path));
    }
  }

  private ProblemException refusal(String path) {
    var allowed =
        routes.methods(path).stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    return allowed.isEmpty()
        ? ProblemAdvice.noSuchAddress()
        : ProblemException.of(
                405,
                "method_not_allowed",
                "Method Not Allowed",
                "This address does not take that method; it takes %s.".formatted(allowed))
            .withHeader(HttpHeaders.ALLOW, allowed);
  }
}
