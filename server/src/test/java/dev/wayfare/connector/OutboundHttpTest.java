package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.wayfare.channel.OutsideHttp.Answer;
import dev.wayfare.channel.OutsideHttp.BasicAuth;
import dev.wayfare.db.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundHttpTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  private final OutboundCalls calls =
      OutboundCalls.within(OutboundPolicy.of("127.0.0.1"), InstantSource.system());
  private final OutboundHttp http = new OutboundHttp(calls);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    calls.close();
    server.stop(0);
  }

  @Test
  void aFormIsPostedAndItsAnswerComesBack() {
    var heard = new AtomicReference<String>();
    serve(
        exchange -> {
          heard.set(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.getResponseHeaders().add("Retry-After", "7");
          answer(exchange, 429, "später");
        });
    var form = new LinkedHashMap<String, List<String>>();
    form.put("Body", List.of("a & b = ü"));
    form.put("MediaUrl", List.of("x", "y"));

    var answer = http.postForm(url("/form"), Optional.of(new BasicAuth("AC1", "hush")), form, LONG);

    assertThat(heard.get())
        .isEqualTo("POST Basic QUMxOmh1c2g= Body=a+%26+b+%3D+%C3%BC&MediaUrl=x&MediaUrl=y");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Came.class,
            came -> {
              assertThat(came.status()).isEqualTo(429);
              assertThat(came.body()).isEqualTo("später");
              assertThat(came.header("RETRY-AFTER")).contains("7");
            });
  }

  @Test
  void aRedirectIsAnAnswerLikeAnyOther() {
    serve(
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
          answer(exchange, 302, "");
        });
    assertThat(post(LONG))
        .isInstanceOfSatisfying(
            Answer.Came.class, came -> assertThat(came.status()).isEqualTo(302));
  }

  @Test
  void aSlowAnswerIsNotWaitedFor() {
    var never = new CountDownLatch(1);
    serve(exchange -> await(never));
    assertThat(post(Duration.ofMillis(150)))
        .isEqualTo(new Answer.Missing("No answer within 150 ms."));
    never.countDown();
  }

  @Test
  void anAnswerThatStopsHalfwayIsNotWaitedFor() {
    var never = new CountDownLatch(1);
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          await(never);
        });
    assertThat(post(Duration.ofMillis(300)))
        .isEqualTo(new Answer.Missing("No answer within 300 ms."));
    never.countDown();
  }

  @Test
  void anAnswerOfOverOneMegabyteIsNotRead() {
    serve(exchange -> answer(exchange, 200, "x".repeat((1 << 20) + 1)));
    assertThat(post(LONG))
        .isEqualTo(new Answer.Missing("The answer was larger than 1048576 bytes."));
  }

  @Test
  void nobodyListeningIsSaidSo() {
    var port = Ports.free();
    var url = URI.create("http://127.0.0.1:" + port + "/");
    assertThat(http.postForm(url, Optional.empty(), Map.of(), LONG))
        .isEqualTo(new Answer.Missing("127.0.0.1 takes no connection."));
  }

  @Test
  void anAnswerThatIsNotHttpIsSaidSo() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (var caller = socket.accept()) {
                  caller.getInputStream().read(new byte[512]);
                  caller.getOutputStream().write("what?\r\n\r\n".getBytes(UTF_8));
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      var url = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
      assertThat(http.postForm(url, Optional.empty(), Map.of(), LONG))
          .isEqualTo(
              new Answer.Missing("The connection to 127.0.0.1 broke before an answer was whole."));
    }
  }

  private Answer post(Duration limit) {
    return http.postForm(url("/"), Optional.empty(), Map.of("a", List.of("b")), limit);
  }

  private void serve(HttpHandler handler) {
    server.createContext("/", handler);
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
