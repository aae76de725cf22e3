package dev.wayfare.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class WireTest {
  @Test
  void anAnswerThatComesInPiecesIsReadWhole() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> answer(server, "HTTP/1.1 200 \r\nContent-", "Length: 5\r\n\r\nhe", "llo"));
      try (var wire = new Wire(server.getLocalPort())) {
        assertThat(wire.exchange("GET / HTTP/1.1\r\n\r\n"))
            .isEqualTo(new Wire.Answer(200, "hello"));
      }
    }
  }

  @Test
  void anAnswerWithoutALengthIsNoAnswer() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(server, "HTTP/1.1 200 \r\n\r\n"));
      try (var wire = new Wire(server.getLocalPort())) {
        assertThatThrownBy(() -> wire.exchange("GET / HTTP/1.1\r\n\r\n"))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("without a length");
      }
    }
  }

  private static void answer(ServerSocket server, String... pieces) {
    try (var socket = server.accept()) {
      socket.setTcpNoDelay(true);
      for (var piece : pieces) {
        socket.getOutputStream().write(piece.getBytes(UTF_8));
        socket.getOutputStream().flush();
      }
      socket.getInputStream().readAllBytes();
    } catch (IOException gone) {
      // The client has what it wanted.
    }
  }
}
