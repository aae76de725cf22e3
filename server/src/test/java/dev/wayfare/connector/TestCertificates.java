package dev.wayfare.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate made for one test, and a side of TLS that trusts it.
record TestCertificates(SSLContext server, SSLContext trusting) {
  private static final String PASSWORD = "changeit";

  /// For this name, valid from now or as `keytool` is told.
  static TestCertificates forName(String name, Path folder, String... more) {
    try {
      var file = folder.resolve(name + more.length + ".p12");
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair", "-alias", "it", "-keyalg", "EC", "-groupname", "secp256r1",
                  "-dname", "CN=" + name, "-ext", "SAN=dns:" + name, "-storetype", "PKCS12",
                  "-keystore", file.toString(), "-storepass", PASSWORD));
      command.addAll(List.of(more));
      var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(keytool.getInputStream().readAllBytes());
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return of(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static TestCertificates of(Path file) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var server = SSLContext.getInstance("TLS");
    server.init(managers.getKeyManagers(), null, null);

    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("it", keys.getCertificate("it"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var client = SSLContext.getInstance("TLS");
    client.init(null, trust.getTrustManagers(), null);
    return new TestCertificates(server, client);
  }
}
