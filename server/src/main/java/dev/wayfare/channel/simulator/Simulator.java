package dev.wayfare.channel.simulator;

import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.kernel.OrganizationId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The phones on the screen: adds them, sets their faults, and lets them send texts.
final class Simulator {

  /// What came of a text that somebody typed on a phone.
  sealed interface Typed {
    record Taken(SimulatorMessage message) implements Typed {}

    record NoSuchPhone() implements Typed {}

    record PhoneOff() implements Typed {}

    /// Nobody of this organization has that number.
    record NoSuchNumber() implements Typed {}

    /// The number belongs to a real carrier, whose customers are never played here.
    record RealCarrier(String kind) implements Typed {}
  }

  private static final int FIRST_NUMBER = 141;

  private final SimulatorStore store;
  private final SimulatorMail mail;
  private final CarrierAccounts accounts;
  private final SimulatorBell bell;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  Simulator(
      SimulatorStore store,
      SimulatorMail mail,
      CarrierAccounts accounts,
      SimulatorBell bell,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.store = store;
    this.mail = mail;
    this.accounts = accounts;
    this.bell = bell;
    this.clock = clock;
    this.ids = ids;
  }

  /// Empty if a phone has that number already.
  Optional<SimulatorPhone> add(OrganizationId organization, PhoneNumber number, String name) {
    var added =
        store.add(new SimulatorPhone(organization, number, name, Faults.NONE, clock.instant(), 0));
    bell.ring();
    return added ? store.phone(organization, number) : Optional.empty();
  }

  /// A number that no phone has yet, from those set aside for stories.
  PhoneNumber freeNumber(OrganizationId organization) {
    for (var i = FIRST_NUMBER; ; i++) {
      var number = new PhoneNumber("+1555%04d".formatted(i));
      if (store.phone(organization, number).isEmpty()) {
        return number;
      }
    }
  }

  void change(SimulatorPhone phone) {
    store.update(phone);
    bell.ring();
    if (!phone.faults().off()) {
      mail.phoneIsOn(phone);
    }
  }

  Typed text(OrganizationId organization, PhoneNumber number, PhoneNumber to, String body) {
    var phone = store.phone(organization, number);
    if (phone.isEmpty()) {
      return new Typed.NoSuchPhone();
    }
    if (phone.get().faults().off()) {
      return new Typed.PhoneOff();
    }
    var account = accounts.forNumber(to).filter(a -> a.organization().equals(organization));
    if (account.isEmpty()) {
      return new Typed.NoSuchNumber();
    }
    var kind = account.get().kind();
    if (!kind.equals(SimulatorCarrier.KIND)) {
      return new Typed.RealCarrier(kind);
    }
    var message =
        new SimulatorMessage(
            ids.get(),
            organization,
            number,
            to,
            SimulatorMessage.Direction.FROM_PHONE,
            body,
            DeliveryState.QUEUED,
            "",
            Optional.empty(),
            clock.instant(),
            0);
    store.add(message);
    bell.ring();
    mail.post(message, phone.get().faults());
    return new Typed.Taken(store.message(message.id()).orElse(message));
  }
}
