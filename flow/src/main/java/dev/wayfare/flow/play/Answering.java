package dev.wayfare.flow.play;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Values;
import java.util.Map;

/// What the world outside is made to answer, by whoever plays it.
public final class Answering {
  private Answering() {}

  /// An HTTP service answers; the body is a plain value.
  public static Outcome http(double status, Map<String, Object> headers, Object body) {
    return new Outcome.Done(Values.object("status", status, "headers", headers, "body", body));
  }

  /// It does not; without a code, nobody was there.
  public static Outcome failed(String code) {
    return new Outcome.Failed(code.isEmpty() ? "HTTP_UNREACHABLE" : code, "It failed, as you said");
  }
}
