package dev.wayfare.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.http.IdempotencyStore.Answer;
import dev.wayfare.http.IdempotencyStore.Claim;
import dev.wayfare.http.IdempotencyStore.Named;
import dev.wayfare.kernel.Fingerprint;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// A POST that names itself with `Idempotency-Key` is run once and answered the same again.
///
/// Only what succeeded is kept: what failed changed nothing and may be tried again.
final class IdempotencyFilter extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";
  private static final int LARGEST = 10 * 1024 * 1024;

  private final IdempotencyStore store;
  private final Problems problems;

  IdempotencyFilter(IdempotencyStore store, Problems problems) {
    this.store = store;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || request.getHeader(HEADER) == null
        || !request.getRequestURI().startsWith("/api/v1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = request.getHeader(HEADER);
    if (!key.matches("[\\x21-\\x7e]{1,200}")) {
      problems.write(response, badKey());
      return;
    }
    if (!(request.getAttribute(SignInFilter.CALLER) instanceof Caller caller)) {
      chain.doFilter(request, response);
      return;
    }
    var body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      problems.write(response, tooLarge());
      return;
    }
    var named = new Named(caller.key(), key, fingerprint(request, body));
    switch (store.claim(named)) {
      case Claim.First(var ticket) ->
          run(named, ticket, new RepeatableRequest(request, body), response, chain);
      case Claim.Answered(var answer) -> repeat(answer, response);
      case Claim.StillRunning _ -> problems.write(response, stillRunning());
      case Claim.OtherRequest _ -> problems.write(response, otherRequest());
    }
  }

  private void run(
      Named named,
      String ticket,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var kept = new ContentCachingResponseWrapper(response);
    var finished = false;
    try {
      chain.doFilter(request, kept);
      if (kept.getStatus() < 400) {
        store.finish(named, ticket, answer(kept));
        finished = true;
      }
    } finally {
      if (!finished) {
        store.release(named, ticket);
      }
    }
    kept.copyBodyToResponse();
  }

  private static Answer answer(ContentCachingResponseWrapper response) {
    return new Answer(
        response.getStatus(),
        Optional.ofNullable(response.getContentType()),
        Optional.ofNullable(response.getHeader(HttpHeaders.LOCATION)),
        Optional.ofNullable(response.getHeader(HttpHeaders.ETAG)),
        response.getContentAsByteArray());
  }

  private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.contentType().ifPresent(response::setContentType);
    answer.location().ifPresent(value -> response.setHeader(HttpHeaders.LOCATION, value));
    answer.etag().ifPresent(value -> response.setHeader(HttpHeaders.ETAG, value));
    response.setHeader("Idempotency-Replayed", "true");
    response.getOutputStream().write(answer.body());
  }

  private static String fingerprint(HttpServletRequest request, byte[] body) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write(request.getRequestURI().getBytes(UTF_8));
    all.write('?');
    all.write(Optional.ofNullable(request.getQueryString()).orElse("").getBytes(UTF_8));
    all.write('\n');
    all.write(body);
    return Fingerprint.hex(all.toByteArray());
  }

  private static ProblemException badKey() {
    return ProblemException.of(
        400,
        "idempotency_key_invalid",
        "The idempotency key cannot be used",
        "Expected 1 to 200 visible ASCII characters in %s.".formatted(HEADER));
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        413,
        "content_too_large",
        "The request is too large",
        "Expected at most %d bytes in a request with %s.".formatted(LARGEST, HEADER));
  }

  private static ProblemException stillRunning() {
    return ProblemException.of(
            409,
            "request_still_running",
            "The first request with this key is still running",
            "Try again in a second to get its answer.")
        .withHeader(HttpHeaders.RETRY_AFTER, "1");
  }

  private static ProblemException otherRequest() {
    return ProblemException.of(
        422,
        "idempotency_key_reused",
        "This key was used for another request",
        "The same %s came earlier with another address or body. Use a new key.".formatted(HEADER));
  }
}
