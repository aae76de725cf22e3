package dev.wayfare.channel.simulator;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.InboundCall;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.ProofOutcome;
import dev.wayfare.channel.Proven;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.channel.TextDoor;
import java.util.List;
import java.util.Optional;

/// Takes texts and calls to the phones on the screen.
final class SimulatorCarrier implements Carrier {

  static final String KIND = "simulator";

  private final SimulatorMail mail;
  private final SimulatorCalls calls;
  private final TextDoor texts;
  private final CallDoor rings;

  SimulatorCarrier(SimulatorMail mail, SimulatorCalls calls, TextDoor texts, CallDoor rings) {
    this.mail = mail;
    this.calls = calls;
    this.texts = texts;
    this.rings = rings;
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

  /// Its phones stand in this process, so the doors are asked as they ask them: there is no address
  /// in between.
  @Override
  public ProofOutcome prove(PhoneNumber number, Line line, String mark, CarrierAccount account) {
    return switch (line) {
      case TEXT -> told(texts.prove(text(number), mark));
      case CALL -> told(rings.prove(new InboundCall(KIND, "proof", "proof", number, number), mark));
    };
  }

  private static InboundText text(PhoneNumber number) {
    return new InboundText(KIND, number, number, "", List.of(), "proof", Optional.empty());
  }

  private static <R> ProofOutcome told(Optional<Proven<R>> proven) {
    return proven
        .<ProofOutcome>map(it -> new ProofOutcome.Answered(it.release(), it.trouble()))
        .orElseGet(
            () -> new ProofOutcome.Stranger("The release that is to go live has no such number."));
  }
}
