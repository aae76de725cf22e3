package dev.wayfare.connector;

import java.io.IOException;

/// A connection that was not opened. It does not say to which address: what a name of somebody
/// else leads to inside this network is nobody's business.
final class ForbiddenAddress extends IOException {
  private static final long serialVersionUID = 1;

  ForbiddenAddress() {
    super("The address may not be called.");
  }

  private static final String WHY =
      " leads to an address that calls may not reach: this machine, a private network or a"
          + " cloud's metadata. The operator can allow it with --allow-outbound.";

  /// For the builder.
  static String sentence(String host) {
    return host + WHY;
  }

  static boolean says(String sentence) {
    return sentence.endsWith(WHY);
  }
}
