package dev.wayfare.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// The outermost filter: 503 until the server is ready and while its database is away, and a 500
/// with a number for whatever else no one has turned into an answer.
final class EdgeFilter implements Filter {

  private final Readiness readiness;
  private final Problems problems;

  EdgeFilter(Readiness readiness, Problems problems) {
    this.readiness = readiness;
    this.problems = problems;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var answer = (HttpServletResponse) response;
    if (!readiness.isOpen()) {
      problems.write(answer, starting());
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ProblemException problem) {
      writeUnlessBegun(answer, problem);
    } catch (IOException broken) {
      throw broken; // the caller has gone; there is nobody to answer
    } catch (ServletException | RuntimeException fault) {
      writeUnlessBegun(answer, problems.fault(fault));
    }
  }

  private void writeUnlessBegun(HttpServletResponse response, ProblemException problem)
      throws IOException {
    if (!response.isCommitted()) {
      response.reset();
      problems.write(response, problem);
    }
  }

  private static ProblemException starting() {
    return ProblemException.of(
            503,
            "not_ready",
            "The server is starting or stopping",
            "It takes no requests at this moment. Try again in a second.")
        .withHeader("Retry-After", "1");
  }
}
