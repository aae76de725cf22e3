package dev.wayfare.connector;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Looks at the certificate that one of our own hosts shows: from when until when it is good.
/// Trusts whatever it is shown, for it says nothing and reads nothing: who wants to know whether
/// others trust it, sends a request.
public final class Certificates {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Guard guard;

  Certificates(NameLookup names) {
    this.guard = new Guard(OutboundPolicy.of("0.0.0.0/0,::/0"), names);
  }

  public record Life(Instant from, Instant until) {}

  /// Empty where nobody shows one.
  public Optional<Life> shown(String host, int port) {
    var millis = Math.toIntExact(LIMIT.toMillis());
    try (var plain = guard.connect(host, port, millis)) {
      plain.setSoTimeout(millis);
      return shown(plain, host, port);
    } catch (IOException | GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static Optional<Life> shown(Socket plain, String host, int port)
      throws IOException, GeneralSecurityException {
    var trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new Onlooker()}, null);
    try (var socket =
        (SSLSocket) trusting.getSocketFactory().createSocket(plain, host, port, true)) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
          ? Optional.of(new Life(shown.getNotBefore().toInstant(), shown.getNotAfter().toInstant()))
          : Optional.empty();
    }
  }

  private static final class Onlooker extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
