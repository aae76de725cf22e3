package dev.wayfare.connector;

import dev.wayfare.connector.CallOutcome.Answered;
import dev.wayfare.connector.CallOutcome.Broken;
import dev.wayfare.connector.CallOutcome.TooLarge;
import dev.wayfare.connector.CallOutcome.TooSlow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/// One request and its answer: no redirect, no repeat, no cookie, no memory but warm connections.
final class Wire implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CloseableHttpClient client;
  private final ReachOwn way;

  Wire(Guard guard, SSLContext tls) {
    this(guard, tls, ReachOwn.BY_NAME);
  }

  /// @param way where connections go, if not where the requests say
  Wire(Guard guard, SSLContext tls, ReachOwn way) {
    this.way = way;
    client = WireClient.over(guard, tls);
  }

  /// The sockets have limits of their own, but only for each read: who drips a byte a second
  /// would keep us for ever. So the whole runs aside and is cut off when the time is up.
  CallOutcome send(WireRequest request, Deadline deadline, int most) {
    if (deadline.over()) {
      return new TooSlow(deadline.limit());
    }
    var written = write(request);
    var pending = threads.submit(() -> exchange(request, written, deadline, most));
    try {
      return pending.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      written.abort();
      pending.cancel(true);
      return new TooSlow(deadline.limit());
    } catch (InterruptedException _) {
      written.abort();
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return new Broken("The call was interrupted: the server is stopping.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("A call outwards failed in our own code.", e.getCause());
    }
  }

  private CallOutcome exchange(
      WireRequest request, HttpUriRequestBase written, Deadline deadline, int most)
      throws HttpException {
    var context = HttpClientContext.create();
    context.setUserToken(request.keptFor());
    var through = way.through().map(HttpHost::create);
    var host = through.isPresent() ? through.get() : RoutingSupport.determineHost(written);
    try {
      var response = client.executeOpen(host, written, context);
      try {
        return read(response, written, most);
      } finally {
        Closer.closeQuietly(response);
      }
    } catch (IOException e) {
      var reached = through.map(HttpHost::toHostString).orElse(request.uri().getHost());
      return WireFailures.of(e, reached, deadline);
    }
  }

  /// An answer that is too large is cut off, not drained: it may have no end.
  private static CallOutcome read(
      ClassicHttpResponse response, HttpUriRequestBase written, int most) throws IOException {
    var entity = response.getEntity();
    if (entity == null) {
      return answered(response, new byte[0]);
    }
    var announced = entity.getContentLength();
    var body = announced > most ? new byte[0] : entity.getContent().readNBytes(most + 1);
    if (announced > most || body.length > most) {
      written.abort();
      return new TooLarge(most);
    }
    return answered(response, body);
  }

  private static CallOutcome answered(ClassicHttpResponse response, byte[] body) {
    var headers = new TreeMap<String, List<String>>();
    for (var header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header.getValue() == null ? "" : header.getValue());
    }
    return new Answered(response.getCode(), headers, body);
  }

  private static HttpUriRequestBase write(WireRequest request) {
    var written = new HttpUriRequestBase(request.method().name(), request.uri());
    request.headers().forEach(it -> written.addHeader(it.name(), it.value()));
    request.credentials().forEach(it -> written.addHeader(it.name(), it.value()));
    if (request.hasBody()) {
      written.setEntity(new ByteArrayEntity(request.body(), null));
    }
    return written;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
