package dev.wayfare.channel;

import dev.wayfare.kernel.OrganizationId;
import java.util.List;

/// The phone numbers that answer texts or calls at the moment.
@FunctionalInterface
public interface LiveNumbers {

  List<LiveNumber> list();

  /// One number, what it answers, and who does.
  ///
  /// @param appTitle as the studio's lists show it, the draft's; may be empty
  record LiveNumber(
      OrganizationId organization,
      PhoneNumber number,
      boolean texts,
      boolean calls,
      String app,
      String appTitle,
      String profile,
      String environment) {}
}
