package dev.wayfare.channel.web;

import dev.wayfare.http.Outage;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Tells open pages that their journey moved. One virtual thread per page, which waits; a stream
/// ends by itself after a while and the browser comes again, so nothing is held for ever.
final class LiveStreams implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

  private final WebDoor door;
  private final Limits limits;
  private final Set<Thread> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean open = true;

  LiveStreams(WebDoor door, Limits limits) {
    this.door = door;
    this.limits = limits;
  }

  /// `shown` is the revision that the browser shows; `now` what it is, -1 when the journey is
  /// over, which is told and ends the stream.
  void listen(
      HttpServletRequest request,
      HttpServletResponse response,
      String journey,
      long shown,
      LongSupplier now) {
    if (!open || listeners.size() >= limits.listeners()) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    var async = request.startAsync();
    async.setTimeout(0);
    var thread = Thread.ofVirtual().unstarted(() -> follow(async, journey, shown, now));
    listeners.add(thread);
    thread.start();
  }

  /// Not now: the browser comes again by itself.
  static void later(HttpServletResponse response) throws IOException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.getOutputStream().write("retry: 5000\n\n".getBytes(StandardCharsets.UTF_8));
  }

  int size() {
    return listeners.size();
  }

  private void follow(AsyncContext async, String journey, long shown, LongSupplier now) {
    var moves = new ArrayBlockingQueue<Long>(64);
    var gone = false;
    try (var _ = door.watch(journey, moves::offer)) {
      say(async, "retry: 3000\n\n");
      var current = now.getAsLong();
      if (current != shown) {
        moved(async, current);
      }
      if (current >= 0) {
        pump(async, moves, current);
      }
    } catch (IOException _) {
      gone = true; // the browser; Tomcat, which found that out, ends the request by itself
    } catch (RuntimeException fault) {
      // The stream ends here, and the browser comes again.
      Outage.warn(LOG, "A live page lost its stream.", fault);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.remove(Thread.currentThread());
      if (!gone) {
        complete(async);
      }
    }
  }

  private static void complete(AsyncContext async) {
    try {
      async.complete();
    } catch (IllegalStateException _) {
      // The container was first: the browser's end of the line is closed already.
    }
  }

  private void pump(AsyncContext async, BlockingQueue<Long> moves, long told)
      throws IOException, InterruptedException {
    var end = System.nanoTime() + limits.liveFor().toNanos();
    var last = told;
    for (var left = limits.liveFor().toNanos(); left > 0; left = end - System.nanoTime()) {
      var wait = Math.min(left, limits.heartbeat().toNanos());
      var revision = moves.poll(wait, TimeUnit.NANOSECONDS);
      if (revision == null) {
        say(async, ": still here\n\n");
      } else if (revision != last) {
        last = revision;
        moved(async, revision);
      }
    }
  }

  private static void moved(AsyncContext async, long revision) throws IOException {
    say(async, "event: moved\ndata: " + revision + "\n\n");
  }

  private static void say(AsyncContext async, String text) throws IOException {
    var response = async.getResponse();
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }

  @Override
  public void start() {
    open = true;
  }

  @Override
  public void stop() {
    open = false;
    listeners.forEach(Thread::interrupt);
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
