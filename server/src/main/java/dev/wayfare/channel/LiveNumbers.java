package dev.wayfare.channel;

import dev.wayfare.kernel.OrganizationId;
import java.util.List;

/// The phone numbers that answer texts at the moment.
@FunctionalInterface
public interface LiveNumbers {

  List<LiveNumber> list();

  /// One number and who answers it.
  record LiveNumber(
      OrganizationId organization,
      PhoneNumber number,
      String app,
      String profile,
      String environment) {}
}
