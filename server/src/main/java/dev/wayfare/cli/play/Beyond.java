package dev.wayfare.cli.play;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.json.WorldJson;
import dev.wayfare.flow.play.Answering;
import dev.wayfare.flow.play.Rehearsal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is beyond texts and pages: the call that the person is on, and the world outside, which
/// nobody reaches from here. Whoever plays says what it answers.
record Beyond(App app, Rehearsal rehearsal) {
  private static final Pattern ANSWER = Pattern.compile("(?s)(?:([1-5][0-9]{2})(?:\\s+|$))?(.*)");
  private static final WorldJson JSON = new WorldJson();

  Turn call() {
    var trigger = app.called().orElseThrow(() -> new NotUnderstood("This app takes no calls."));
    return rehearsal.call(trigger.name());
  }

  Turn say(String words) {
    onACall();
    return words.isEmpty() ? rehearsal.silence() : rehearsal.say(words);
  }

  Turn press(String keys) {
    onACall();
    if (!keys.matches("[0-9*#]+")) {
      throw new NotUnderstood("Keys were expected: 0 to 9, * and #.");
    }
    return rehearsal.press(keys);
  }

  Turn transferred(String how) {
    if (!rehearsal.forwards()) {
      throw new NotUnderstood("No call is being put through.");
    }
    return rehearsal.forwarded(
        Arrays.stream(CallEnd.values())
            .filter(end -> word(end).equals(how))
            .findFirst()
            .orElseThrow(() -> new NotUnderstood("One of these was expected: " + ends() + ".")));
  }

  Turn hangUp() {
    onACall();
    return rehearsal.hangUp(CallEnd.COMPLETED, Duration.ofMinutes(1));
  }

  Turn answer(String words) {
    var request = asked();
    var parts = ANSWER.matcher(words);
    if (!parts.matches()) {
      throw new NotUnderstood("An answer is JSON, after a status if you like: /answer 404");
    }
    var value = value(parts.group(2));
    if (!(request instanceof Request.Http)) {
      return rehearsal.answer(new Outcome.Done(value));
    }
    var status = parts.group(1) == null ? 200d : Double.parseDouble(parts.group(1));
    return rehearsal.answer(Answering.http(status, Map.of(), value));
  }

  Turn fail(String code) {
    asked();
    return rehearsal.answer(Answering.failed(code));
  }

  private static Object value(String words) {
    try {
      return words.isBlank() ? "" : JSON.read(words);
    } catch (IllegalArgumentException none) {
      throw new NotUnderstood("JSON was expected, like {\"day\": \"2026-12-01\"}.");
    }
  }

  private Request asked() {
    return rehearsal.asked().values().stream()
        .findFirst()
        .orElseThrow(() -> new NotUnderstood("Nothing has been asked outside."));
  }

  private void onACall() {
    if (!rehearsal.journey().standsOn(Channel.VOICE)) {
      throw new NotUnderstood("Nobody is on a call. /call begins one.");
    }
  }

  static String ends() {
    return Arrays.stream(CallEnd.values()).map(Beyond::word).collect(Collectors.joining(", "));
  }

  private static String word(CallEnd end) {
    return end.name().toLowerCase(Locale.ROOT);
  }
}
