package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server that replies as the test says: to each command by its beginning. A reply of
/// `CUT` hangs up, one of `WAIT` says nothing any more.
public final class SmtpServer implements AutoCloseable {
  private final ServerSocket listening;
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Socket> callers = new CopyOnWriteArrayList<>();
  private final Optional<SSLContext> tls;
  private final boolean secureFromTheStart;

  public SmtpServer() {
    this(Optional.empty(), false);
  }

  SmtpServer(Optional<SSLContext> tls, boolean secureFromTheStart) {
    this.tls = tls;
    this.secureFromTheStart = secureFromTheStart;
    try {
      listening = new ServerSocket(0, 50, Calls.address("127.0.0.1"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  public SmtpServer reply(String command, String reply) {
    replies.put(command, reply);
    return this;
  }

  private void serve() {
    while (!listening.isClosed()) {
      try {
        var caller = listening.accept();
        callers.add(caller);
        Thread.ofVirtual().start(() -> greet(caller));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void greet(Socket caller) {
    try (caller) {
      var socket = secureFromTheStart ? secured(caller) : caller;
      if (say(socket, replies.getOrDefault("GREETING", "220 mail.example"))) {
        talk(socket);
      }
    } catch (IOException _) {
      // The caller hung up, as some tests want it to.
    }
  }

  private Socket secured(Socket plain) throws IOException {
    var secure =
        (SSLSocket)
            tls.orElseThrow().getSocketFactory().createSocket(plain, "mail.example", 0, true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    return secure;
  }

  private void talk(Socket socket) throws IOException {
    var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(line);
      if (!say(socket, replyTo(line))) {
        return;
      }
      if (line.equals("STARTTLS") && tls.isPresent()) {
        talk(secured(socket));
        return;
      }
      if (line.equals("DATA") && !replies.containsKey("DATA")) {
        readMessage(in);
        if (!say(socket, replies.getOrDefault("MESSAGE", "250 queued"))) {
          return;
        }
      }
    }
  }

  private void readMessage(BufferedReader in) throws IOException {
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(line);
      if (line.equals(".")) {
        return;
      }
    }
    throw new IOException("The message ended early.");
  }

  private String replyTo(String line) {
    for (var known : replies.entrySet()) {
      if (line.startsWith(known.getKey())) {
        return known.getValue();
      }
    }
    if (line.startsWith("EHLO")) {
      return "250-mail.example\r\n"
          + (tls.isPresent() ? "250-STARTTLS\r\n" : "")
          + "250 AUTH PLAIN LOGIN";
    }
    return switch (line) {
      case "DATA" -> "354 go on";
      case "STARTTLS" -> "220 go on";
      case "QUIT" -> "221 bye";
      default -> line.startsWith("AUTH") ? "235 welcome" : "250 ok";
    };
  }

  private boolean say(Socket socket, String reply) throws IOException {
    if (reply.equals("CUT")) {
      socket.close();
      return false;
    }
    if (reply.equals("WAIT")) {
      // Nothing comes any more; ends when the other side hangs up or the test does.
      socket.getInputStream().readAllBytes();
      return false;
    }
    socket.getOutputStream().write((reply + "\r\n").getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return true;
  }

  public int port() {
    return listening.getLocalPort();
  }

  int connections() {
    return callers.size();
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
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
