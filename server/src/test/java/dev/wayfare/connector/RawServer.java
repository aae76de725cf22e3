package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/// A server that says what the test says, byte for byte, on the loopback addresses. Counts the
/// connections that it takes.
final class RawServer implements AutoCloseable {

  /// What to do with a request that was read to its end.
  interface Reply {
    void to(String request, Socket caller) throws IOException;
  }

  private final ServerSocket listening;
  private final List<Socket> callers = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Reply reply;

  RawServer(Reply reply) {
    this(ServerSocketFactory.getDefault(), reply);
  }

  RawServer(ServerSocketFactory sockets, Reply reply) {
    this.reply = reply;
    try {
      listening = sockets.createServerSocket(0, 50, Calls.address("0.0.0.0"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /// Answers every request with this text and closes the connection.
  static RawServer saying(String answer) {
    return new RawServer((_, caller) -> say(caller, answer));
  }

  static void say(Socket caller, String text) throws IOException {
    caller.getOutputStream().write(text.getBytes(ISO_8859_1));
    caller.getOutputStream().flush();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try {
        var caller = listening.accept();
        callers.add(caller);
        Thread.ofVirtual().start(() -> talk(caller));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void talk(Socket caller) {
    try (caller) {
      var request = read(caller.getInputStream());
      requests.add(request);
      reply.to(request, caller);
    } catch (IOException _) {
      // The caller hung up, as some tests want it to.
    }
  }

  /// Head and, as far as its length says, body.
  private static String read(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("The caller hung up.");
      }
      text.append((char) next);
    }
    for (var line : text.toString().split("\r\n")) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length: ")) {
        var body = in.readNBytes(Integer.parseInt(line.substring(16)));
        text.append(new String(body, ISO_8859_1));
      }
    }
    return text.toString();
  }

  /// Passes a little time on the server's side; ends at once when the test does.
  boolean idle(int millis) {
    try {
      return !closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int connections() {
    return callers.size();
  }

  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listening.close();
      for (var caller : callers) {
        caller.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
