package dev.wayfare.channel;

import java.util.List;
import java.util.Optional;

/// Whose account a number of ours belongs to. Asked for every webhook, so it answers from memory.
public interface CarrierAccounts {

  Optional<CarrierAccount> forNumber(PhoneNumber number);

  /// Every account that serves some number of ours.
  List<CarrierAccount> all();
}
