package dev.wayfare.runtime;

import dev.wayfare.testing.Soon;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Asks one door of a server that is starting, without a pause, until it answers. Until then only
/// two things may come back: a refused connection or 503.
final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// One request.
  interface Door {
    HttpResponse<String> ask() throws IOException, InterruptedException;
  }

  /// What a server said before its first answer, and that answer.
  record Heard(String door, int refused, int notReady, String answer, Duration after) {}

  private Probe() {}

  static Future<Heard> of(ExecutorService threads, String name, Door door) {
    return threads.submit((Callable<Heard>) () -> untilItAnswers(name, door));
  }

  private static Heard untilItAnswers(String name, Door door) throws Exception {
    var begun = System.nanoTime();
    var refused = 0;
    var notReady = 0;
    while (System.nanoTime() - begun < PATIENCE.toNanos()) {
      try {
        var answer = door.ask();
        if (answer.statusCode() != 503) {
          if (answer.statusCode() != 200 || answer.body().isEmpty()) {
            throw new AssertionError(
                name + ": " + answer.statusCode() + " instead of the answer: " + answer.body());
          }
          var after = Duration.ofNanos(System.nanoTime() - begun);
          return new Heard(name, refused, notReady, answer.body(), after);
        }
        notReady++;
      } catch (ConnectException nobodyThere) {
        refused++;
        Soon.breathe();
      }
    }
    throw new AssertionError(name + " did not answer within " + PATIENCE);
  }
}
