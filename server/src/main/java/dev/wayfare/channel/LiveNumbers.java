package dev.wayfare.channel;

import java.util.List;

/// The phone numbers that answer texts at the moment.
@FunctionalInterface
public interface LiveNumbers {

  List<LiveNumber> list();

  /// One number and who answers it.
  record LiveNumber(PhoneNumber number, String app, String profile, String environment) {}
}
