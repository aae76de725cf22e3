package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.channel.Proof;
import dev.wayfare.channel.Proven;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// A webhook of Twilio: checked first, then handled.
///
/// A filter in front of all that the framework does, and the end of its own chain: this is the
/// hottest path, and it needs nobody's sign-in, forms or encodings.
abstract class Hook extends HttpFilter {
  private static final long serialVersionUID = 1L;

  static final String XML = "text/xml;charset=UTF-8";

  private final transient WebhookCheck check;
  private final transient Function<Fields, String> ours;

  /// @param ours the field that holds our number
  Hook(WebhookCheck check, String ours) {
    this(check, _ -> ours);
  }

  /// @param ours which field holds our number, where the other fields tell
  Hook(WebhookCheck check, Function<Fields, String> ours) {
    this.check = check;
    this.ours = ours;
  }

  abstract void handle(Fields fields, HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain nobody)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      say(response, 405, "Webhooks are posted here.");
      return;
    }
    switch (check.check(request, ours)) {
      case Verdict.Genuine(var fields) -> handle(fields, request, response);
      case Verdict.Turned(var status, var why) -> say(response, status, why);
    }
  }

  /// The mark of a request that tries out a release; see [Proof].
  static Optional<String> mark(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(Proof.MARK));
  }

  /// The reply of the marked release, announced in the response; or its end, where the mark is
  /// nobody's.
  static <R> Optional<R> announced(Optional<Proven<R>> proven, HttpServletResponse response)
      throws IOException {
    if (proven.isEmpty()) {
      say(response, 404, "No release is tried out here.");
      return Optional.empty();
    }
    proven.get().headers().forEach(response::setHeader);
    return proven.map(Proven::reply);
  }

  static void say(HttpServletResponse response, int status, String text) throws IOException {
    write(response, status, "text/plain;charset=UTF-8", text.getBytes(UTF_8));
  }

  static void write(HttpServletResponse response, int status, String type, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
