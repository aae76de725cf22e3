package dev.wayfare.channel;

import dev.wayfare.kernel.OrganizationId;
import java.util.List;

/// The phone numbers that answer texts or calls at the moment.
@FunctionalInterface
public interface LiveNumbers {

  List<LiveNumber> list();

  /// One number, what it answers, and who does.
  record LiveNumber(
      OrganizationId organization,
      PhoneNumber number,
      boolean texts,
      boolean calls,
      String app,
      String profile,
      String environment) {}
}
