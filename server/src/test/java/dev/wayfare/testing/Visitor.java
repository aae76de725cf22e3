package dev.wayfare.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/// Somebody who comes to a server on this machine under any name, as through a front proxy.
public record Visitor(int port, String host) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Everything that came back, status line and headers included.
  public String get(String path) {
    return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
  }

  /// The same with a header of the visitor's own.
  public String get(String path, String header, String value) {
    return send("GET %s HTTP/1.1\r\nHost: %s\r\n%s: %s\r\n".formatted(path, host, header, value));
  }

  private String send(String head) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
