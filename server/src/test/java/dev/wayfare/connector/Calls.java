package dev.wayfare.connector;

import dev.wayfare.connector.PathPart.Fixed;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/// Short ways to call out in tests.
final class Calls {
  static final CallLimits SHORT = CallLimits.usual().within(Duration.ofMillis(400));

  private Calls() {}

  static OutboundCalls to(String allowed) {
    return to(allowed, NameLookup.OF_THE_MACHINE);
  }

  static OutboundCalls to(String allowed, NameLookup names) {
    return new OutboundCalls(
        new Guard(OutboundPolicy.of(allowed), names),
        Tls.usual(),
        InstantSource.system(),
        new Random(3));
  }

  static HttpConnection open(String base) {
    return new HttpConnection(new BaseAddress(base), new Authorization.None());
  }

  static OutboundCall get(String path) {
    return OutboundCall.of(CallMethod.GET, new Fixed(path));
  }

  static OutboundCall post(String path) {
    return OutboundCall.of(CallMethod.POST, new Fixed(path))
        .withBody(new CallBody.Json("{\"a\": 1}"));
  }

  static NameLookup named(String... addresses) {
    return _ -> java.util.stream.Stream.of(addresses).map(Calls::address).toList();
  }

  static InetAddress address(String text) {
    return InetAddress.ofLiteral(text);
  }

  static String answer(int status, String headers, String body) {
    return "HTTP/1.1 %d Said\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, headers, body.length(), body);
  }

  static List<String> lines(String request) {
    return List.of(request.split("\r\n"));
  }
}
