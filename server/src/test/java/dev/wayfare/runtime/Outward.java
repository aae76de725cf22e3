package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.json.WorldJson;
import dev.wayfare.publish.SealedRelease;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A way out for the servers of tests: every connection is the [Service] that a system property
/// names. `wayfare.test.hold` stops a process for ever right before it calls.
@Configuration(proxyBeanMethods = false)
class Outward {
  static final String SERVICE = "wayfare.test.service";
  static final String HOLD = "wayfare.test.hold";
  static final Duration TEXT_LIMIT = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newHttpClient();

  @Bean
  ChainLimits chainLimits() {
    return new ChainLimits(TEXT_LIMIT, TEXT_LIMIT, TEXT_LIMIT, TEXT_LIMIT);
  }

  @Bean
  HttpWork httpWork() {
    return this::call;
  }

  private Outcome call(SealedRelease release, Request.Http request, String key) {
    if (request.path().startsWith("/fault")) {
      throw new IllegalStateException("a fault of ours");
    }
    while (Boolean.getBoolean(HOLD)) {
      System.out.println("HOLDING");
      LockSupport.park();
    }
    var call =
        HttpRequest.newBuilder(URI.create(System.getProperty(SERVICE) + request.path()))
            .header("Idempotency-Key", key)
            .timeout(Duration.ofSeconds(30));
    request.headers().forEach(call::header);
    try {
      var answer = http.send(call.build(), BodyHandlers.ofString());
      return new Outcome.Done(
          Map.of(
              "status", (double) answer.statusCode(),
              "headers", Map.of(),
              "body", new WorldJson().read(answer.body())));
    } catch (IOException broken) {
      return new Outcome.Failed("HTTP_UNREACHABLE", "nobody answers");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("HTTP_UNREACHABLE", "interrupted");
    }
  }
}
