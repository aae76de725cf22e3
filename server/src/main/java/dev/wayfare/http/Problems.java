package dev.wayfare.http;

import dev.wayfare.kernel.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Writes problems where no controller is: in filters. And turns a fault of ours into a 500 whose
/// id leads to the one line in the log, or into a 503 while the database is away.
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final JsonMapper json;
  private final Ids ids;

  Problems(JsonMapper json, Ids ids) {
    this.json = json;
    this.ids = ids;
  }

  void write(HttpServletResponse response, ProblemException problem) throws IOException {
    response.setStatus(problem.status());
    problem.headers().forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
  }

  ProblemException fault(Throwable cause) {
    if (Outage.is(cause)) {
      LOG.warn(
          "A request was sent away, since the database cannot be reached: {}", Outage.said(cause));
      return ProblemException.of(
              503,
              "database_unreachable",
              "The server cannot reach its database",
              "It answers again as soon as the database does. Try again in some seconds.")
          .withHeader("Retry-After", Outage.AGAIN_AFTER_SECONDS);
    }
    var id = ids.word(12);
    LOG.error("Fault {}", id, cause);
    return ProblemException.of(
            500,
            "fault",
            "Something failed on our side",
            "The request could not be finished. Its number in the server's log is %s."
                .formatted(id))
        .withHeader("Wayfare-Fault", id);
  }
}
