package dev.wayfare.alert;

import dev.wayfare.alert.Destination.Came;
import dev.wayfare.connector.Authorization;
import dev.wayfare.connector.BaseAddress;
import dev.wayfare.connector.CallBody;
import dev.wayfare.connector.CallLimits;
import dev.wayfare.connector.CallMethod;
import dev.wayfare.connector.CallOutcome;
import dev.wayfare.connector.Field;
import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.OutboundCall;
import dev.wayfare.connector.OutboundCalls;
import java.time.Duration;
import java.util.List;

/// Posts a JSON text, through the guarded door of every call outwards.
record Posting(OutboundCalls calls) {
  private static final CallLimits LIMITS = new CallLimits(Duration.ofSeconds(10), 1 << 16, 0);

  Came post(String url, List<Field> headers, String json) {
    if (BaseAddress.mistakeIn(url).isPresent()) {
      return new Came.Refused("Its address is none.");
    }
    var call =
        OutboundCall.of(CallMethod.POST)
            .withHeaders(headers)
            .withBody(new CallBody.Json(json))
            .withLimits(LIMITS);
    var connection = new HttpConnection(new BaseAddress(url), new Authorization.None());
    return came(calls.call(connection, call));
  }

  private static Came came(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Answered answer -> answered(answer);
      // It was there and acted; what it says beside does not matter.
      case CallOutcome.TooLarge _ -> new Came.Taken();
      case CallOutcome.Refused _ -> new Came.Refused(outcome.sentence());
      case CallOutcome.TooSlow _,
          CallOutcome.Unreachable _,
          CallOutcome.Broken _,
          CallOutcome.BadTls _,
          CallOutcome.TooManyRedirects _,
          CallOutcome.NoToken _ ->
          new Came.Later(Duration.ZERO, outcome.sentence());
    };
  }

  private static Came answered(CallOutcome.Answered answer) {
    if (answer.good()) {
      return new Came.Taken();
    }
    var passes = answer.status() >= 500 || List.of(408, 425, 429).contains(answer.status());
    return passes
        ? new Came.Later(asked(answer), answer.sentence())
        : new Came.Refused(answer.sentence());
  }

  private static Duration asked(CallOutcome.Answered answer) {
    var seconds = answer.header("retry-after").orElse("");
    return seconds.matches("[0-9]{1,4}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }
}
