package dev.wayfare.channel.simulator;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.SendOutcome;
import java.util.Optional;

/// Takes texts and calls to the phones on the screen.
final class SimulatorCarrier implements Carrier {

  static final String KIND = "simulator";

  private final SimulatorMail mail;
  private final SimulatorCalls calls;

  SimulatorCarrier(SimulatorMail mail, SimulatorCalls calls) {
    this.mail = mail;
    this.calls = calls;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SendOutcome send(OutboundText text, CarrierAccount account) {
    return mail.send(text, account.organization());
  }

  @Override
  public Optional<String> problem(CarrierAccount account) {
    return Optional.empty();
  }

  @Override
  public OutsideHttp.Fetched fetch(String url, CarrierAccount account) {
    return new OutsideHttp.Fetched.Forbidden("The simulator's phones send no pictures.");
  }

  @Override
  public SendOutcome placeCall(OutboundCall call, CarrierAccount account) {
    return calls.place(call, account.organization());
  }
}
