package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A call to the hotline by the carrier's own signed webhooks: each answer says where the next one
/// is posted. What comes back is the TwiML, with its quotes as one reads them.
final class SignedCall {
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final Pattern ACTION = Pattern.compile("(?:action=\"|<Redirect[^>]*>)([^\"<#]*)");

  private final TestWorld world;
  private final String sid = "CA%032d".formatted(CALLS.incrementAndGet());
  private final String caller;
  private String next = "/hooks/twilio/call";

  SignedCall(TestWorld world, String caller) {
    this.world = world;
    this.caller = caller;
  }

  String rings() {
    return post(Map.of());
  }

  String keys(String digits) {
    return post(Map.of("Digits", digits));
  }

  String says(String words) {
    return post(Map.of("SpeechResult", words, "Confidence", "0.9"));
  }

  String isSilent() {
    return post(Map.of());
  }

  /// The pause of a held call is over.
  String isHeld() {
    return post(Map.of());
  }

  /// The call that was forwarded comes back, as the carrier's word says why.
  String comesBack(String status) {
    return post(Map.of("DialCallStatus", status));
  }

  private String post(Map<String, String> more) {
    var fields = new HashMap<>(more);
    fields.putAll(Map.of("CallSid", sid, "From", caller, "To", Builder.HOTLINE));
    var answer = world.hook(next, fields);
    assertThat(answer.statusCode()).isEqualTo(200);
    var action = ACTION.matcher(answer.body());
    if (action.find()) {
      next = action.group(1).replace(TestWorld.PUBLIC, "").replace("&amp;", "&");
    }
    return answer.body().replace("&apos;", "'");
  }
}
