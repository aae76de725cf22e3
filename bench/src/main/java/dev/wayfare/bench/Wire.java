package dev.wayfare.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// HTTP/1.1 on one kept connection, as little of it as a webhook needs: the client shares the cores
/// with the server it measures.
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final byte[] LENGTH = "content-length:".getBytes(ISO_8859_1);
  private static final byte[] CLOSES = "connection: close".getBytes(ISO_8859_1);

  private final int port;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private final byte[] buffer = new byte[16 * 1024];
  private int filled;

  Wire(int port) throws IOException {
    this.port = port;
    this.socket = connected(port);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  private static Socket connected(int port) throws IOException {
    var socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    return socket;
  }

  /// A server may close a connection after so many answers; the next one goes over a new one.
  private void connectAgain() throws IOException {
    socket.close();
    socket = connected(port);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  record Answer(int status, String body) {}

  Answer exchange(String request) throws IOException {
    out.write(request.getBytes(UTF_8));
    filled = 0;
    var head = readHead();
    var status = Integer.parseInt(new String(buffer, 9, 3, ISO_8859_1));
    var end = head + length(head);
    if (end > buffer.length) {
      throw new IOException("an answer of " + end + " bytes");
    }
    while (filled < end) {
      more();
    }
    var answer = new Answer(status, new String(buffer, head, end - head, UTF_8));
    if (value(CLOSES, head) >= 0) {
      connectAgain();
    }
    return answer;
  }

  /// Where the body begins.
  private int readHead() throws IOException {
    var seen = 0;
    while (true) {
      more();
      for (; seen + 4 <= filled; seen++) {
        if (buffer[seen] == '\r'
            && buffer[seen + 1] == '\n'
            && buffer[seen + 2] == '\r'
            && buffer[seen + 3] == '\n') {
          return seen + 4;
        }
      }
    }
  }

  private int length(int head) throws IOException {
    var at = value(LENGTH, head);
    if (at < 0) {
      throw new IOException("an answer without a length");
    }
    var length = 0;
    for (; buffer[at] != '\r'; at++) {
      if (buffer[at] != ' ') {
        length = length * 10 + buffer[at] - '0';
      }
    }
    return length;
  }

  /// What stands behind this beginning of a header line; below zero when no line begins so.
  private int value(byte[] beginning, int head) {
    for (var i = 0; i < head - beginning.length; i++) {
      if (buffer[i] == '\n' && begins(beginning, i + 1)) {
        return i + 1 + beginning.length;
      }
    }
    return -1;
  }

  /// Letters in either case.
  private boolean begins(byte[] beginning, int at) {
    for (var i = 0; i < beginning.length; i++) {
      if ((buffer[at + i] | 0x20) != (beginning[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private void more() throws IOException {
    if (filled == buffer.length) {
      throw new IOException("an answer of more than " + filled + " bytes");
    }
    var read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("the connection was closed");
    }
    filled += read;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
