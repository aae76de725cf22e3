package dev.wayfare.channel;

import java.util.Optional;

/// Whose account a number of ours belongs to. Asked for every webhook, so it answers from memory.
@FunctionalInterface
public interface CarrierAccounts {

  Optional<CarrierAccount> forNumber(PhoneNumber number);
}
