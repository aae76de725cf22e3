package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.channel.OutsideHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one HTTP client: a limit on time and size, no redirects, no proxy that nobody asked for.
public final class OutboundHttp implements OutsideHttp, AutoCloseable {

  private static final long LARGEST_ANSWER = 1 << 20;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .executor(threads)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  @Override
  public Answer postForm(
      URI url, Optional<BasicAuth> auth, Map<String, List<String>> form, Duration limit) {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(limit)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(encode(form)));
    auth.ifPresent(who -> request.header("Authorization", basic(who)));
    return send(request.build(), limit);
  }

  /// The request's own limit ends with the answer's headers; this one also covers its body.
  private Answer send(HttpRequest request, Duration limit) {
    var pending =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
    try {
      return came(pending.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      pending.cancel(true);
      return tooSlow(limit);
    } catch (InterruptedException _) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Missing("The call was interrupted.");
    } catch (ExecutionException e) {
      return missing(e.getCause(), limit);
    }
  }

  private static Answer came(HttpResponse<String> response) {
    var headers = new TreeMap<String, List<String>>();
    response.headers().map().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
    return new Answer.Came(response.statusCode(), response.body(), headers);
  }

  private static Answer missing(@Nullable Throwable cause, Duration limit) {
    return switch (cause) {
      case ConnectException _ -> new Answer.Missing("No connection.");
      case HttpTimeoutException _ -> tooSlow(limit);
      case IOException e when String.valueOf(e.getMessage()).contains("capacity") ->
          new Answer.Missing("The answer was larger than 1 MB.");
      case IOException _ -> new Answer.Missing("The connection broke before an answer came.");
      case null, default ->
          throw new IllegalStateException("A call outwards failed in our own code.", cause);
    };
  }

  private static Answer tooSlow(Duration limit) {
    return new Answer.Missing("No answer within " + limit.toMillis() + " ms.");
  }

  private static String encode(Map<String, List<String>> form) {
    return form.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(v -> encode(e.getKey()) + "=" + encode(v)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String basic(BasicAuth who) {
    var pair = (who.user() + ":" + who.secret()).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
