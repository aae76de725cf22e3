package dev.wayfare.connector;

import dev.wayfare.connector.CallOutcome.BadTls;
import dev.wayfare.connector.CallOutcome.Broken;
import dev.wayfare.connector.CallOutcome.Refused;
import dev.wayfare.connector.CallOutcome.TooSlow;
import dev.wayfare.connector.CallOutcome.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/// What went wrong on the wire, in a sentence that names the host and nothing behind it.
final class WireFailures {

  private WireFailures() {}

  static CallOutcome of(IOException failure, String host, Deadline deadline) {
    return switch (failure) {
      case ForbiddenAddress _ -> new Refused(ForbiddenAddress.sentence(host));
      case UnknownHostException _ -> new Unreachable("No address is known for " + host + ".");
      case ConnectionRequestTimeoutException _ ->
          new Unreachable("Too many calls to " + host + " are waiting for an answer.");
      case ConnectTimeoutException _ ->
          new Unreachable(
              host + " took no connection within " + CallLimits.CONNECT.toSeconds() + " s.");
      case ConnectException _ -> new Unreachable(host + " takes no connection.");
      case NoRouteToHostException _ -> new Unreachable("No way leads to " + host + ".");
      case SSLException e -> new BadTls(tls(e, host));
      case SocketTimeoutException _ -> new TooSlow(deadline.limit());
      default -> new Broken("The connection to " + host + " broke before an answer was whole.");
    };
  }

  static String tls(SSLException failure, String host) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var found = certificate(cause, host);
      if (found != null) {
        return found;
      }
    }
    return "No secure connection to " + host + " came about.";
  }

  private static @Nullable String certificate(Throwable cause, String host) {
    return switch (cause) {
      case CertificateExpiredException _ -> "The certificate of " + host + " has expired.";
      case CertificateNotYetValidException _ -> "The certificate of " + host + " is not valid yet.";
      case CertPathBuilderException _ ->
          "The certificate of " + host + " comes from nobody that this server trusts.";
      case CertificateException e when String.valueOf(e.getMessage()).startsWith("No ") ->
          "The certificate that " + host + " shows is for another name.";
      default -> null;
    };
  }
}
