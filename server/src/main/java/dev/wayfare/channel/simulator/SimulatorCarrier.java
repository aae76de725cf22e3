package dev.wayfare.channel.simulator;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.SendOutcome;

/// Sends texts to the phones on the screen.
final class SimulatorCarrier implements Carrier {

  static final String KIND = "simulator";

  private final SimulatorMail mail;

  SimulatorCarrier(SimulatorMail mail) {
    this.mail = mail;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SendOutcome send(OutboundText text, CarrierAccount account) {
    return mail.send(text, account.organization());
  }
}
