package dev.wayfare.channel.twilio;

import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Writes what a call does next as TwiML: the same verbs at the same step give the same bytes.
///
/// Only what is said or played stands inside a `Gather`, and nothing after a verb that decides how
/// the call goes on, since Twilio would never come to it.
final class CallScript {

  /// Twilio refuses longer ones.
  private static final int LONGEST_SPEECH = 4000;

  private static final int MOST_HINTS = 500;
  private static final int LONGEST_HINT = 100;

  private final Xml xml = new Xml();
  private final Ahead ahead;

  private CallScript(Ahead ahead) {
    this.ahead = ahead;
  }

  static byte[] write(List<Verb> verbs, Ahead ahead) {
    var script = new CallScript(ahead);
    script.xml.open("Response");
    for (var verb : verbs) {
      if (!script.goesOnAfter(verb)) {
        break;
      }
    }
    return script.xml.close().bytes();
  }

  /// Words of ours, then the end of the call.
  static byte[] lastWords(String words) {
    var xml = new Xml().open("Response").open("Say").text(words).close();
    return xml.open("Hangup").close().close().bytes();
  }

  /// The caller hears the tone of a busy line; nobody pays for the call.
  static byte[] busy() {
    return new Xml().open("Response").open("Reject").with("reason", "busy").close().close().bytes();
  }

  private boolean goesOnAfter(Verb verb) {
    switch (verb) {
      case Verb.Speak speak -> say(speak);
      case Verb.Play play -> play(play);
      case Verb.Listen listen -> {
        listen(listen);
        return false;
      }
      case Verb.Forward forward -> {
        forward(forward);
        return false;
      }
      case Verb.Hold(var pause) -> {
        xml.open("Pause").with("length", seconds(pause, 1, 600)).close();
        xml.open("Redirect").with("method", "POST").text(ahead.to(CallMoment.HELD)).close();
        return false;
      }
      case Verb.HangUp() -> {
        xml.open("Hangup").close();
        return false;
      }
    }
    return true;
  }

  private void say(Verb.Speak speak) {
    var markup = Ssml.read(speak.ssml());
    if (markup.isPresent()) {
      begin(speak.voice());
      markup.get().write(xml);
      xml.close();
      return;
    }
    var rest = speak.text();
    while (rest.length() > LONGEST_SPEECH) {
      var space = rest.lastIndexOf(' ', LONGEST_SPEECH);
      var cut = space > 0 ? space : rest.offsetByCodePoints(0, LONGEST_SPEECH / 2);
      begin(speak.voice());
      xml.text(rest.substring(0, cut)).close();
      rest = rest.substring(cut).stripLeading();
    }
    begin(speak.voice());
    xml.text(rest).close();
  }

  private void begin(Verb.Voice voice) {
    xml.open("Say");
    if (!voice.language().isEmpty()) {
      xml.with("language", voice.language());
    }
    if (!voice.name().isEmpty()) {
      xml.with("voice", voice.name());
    }
  }

  private void play(Verb.Play play) {
    xml.open("Play");
    if (play.times() != 1) {
      xml.with("loop", Math.max(1, play.times()));
    }
    xml.text(play.url()).close();
  }

  private void listen(Verb.Listen listen) {
    var hearing = listen.hearing();
    if (!hearing.bargeIn()) {
      listen.prompts().forEach(this::prompt);
    }
    gather(hearing);
    if (hearing.bargeIn()) {
      listen.prompts().forEach(this::prompt);
    }
    xml.close();
  }

  private void prompt(Verb verb) {
    switch (verb) {
      case Verb.Speak speak -> say(speak);
      case Verb.Play play -> play(play);
      case Verb.Listen _, Verb.Forward _, Verb.Hold _, Verb.HangUp _ ->
          throw new IllegalArgumentException(
              "Only what is said or played can stand before listening, not "
                  + verb.getClass().getSimpleName()
                  + ".");
    }
  }

  /// One awaited key may be any key, so none ends the input then.
  private void gather(Verb.Hearing hearing) {
    xml.open("Gather").with("action", ahead.to(CallMoment.HEARD));
    xml.with("actionOnEmptyResult", "true").with("bargeIn", Boolean.toString(hearing.bargeIn()));
    if (hearing.keypad()) {
      xml.with("finishOnKey", hearing.digits() == 1 ? "" : "#");
    }
    var hints = hints(hearing.hints());
    if (hearing.speech() && !hints.isEmpty()) {
      xml.with("hints", hints);
    }
    xml.with("input", input(hearing));
    if (hearing.speech() && !hearing.language().isEmpty()) {
      xml.with("language", hearing.language());
    }
    xml.with("method", "POST");
    if (hearing.keypad() && hearing.digits() > 0) {
      xml.with("numDigits", hearing.digits());
    }
    if (hearing.speech()) {
      xml.with("speechTimeout", "auto");
    }
    xml.with("timeout", seconds(hearing.patience(), 1, 600));
  }

  private static String input(Verb.Hearing hearing) {
    return hearing.speech() ? hearing.keypad() ? "dtmf speech" : "speech" : "dtmf";
  }

  private static String hints(List<String> hints) {
    return hints.stream()
        .map(hint -> hint.replace(',', ' ').strip())
        .filter(hint -> !hint.isEmpty() && hint.length() <= LONGEST_HINT)
        .limit(MOST_HINTS)
        .collect(Collectors.joining(","));
  }

  private void forward(Verb.Forward forward) {
    xml.open("Dial").with("action", ahead.to(CallMoment.FORWARDED));
    xml.with("callerId", ahead.ours().e164()).with("method", "POST");
    xml.with("timeout", seconds(forward.ring(), 5, 600));
    xml.open("Number").text(forward.to()).close().close();
  }

  /// Whole seconds, rather too long than too short.
  static long seconds(Duration time, long least, long most) {
    return Math.clamp(time.plusMillis(999).toSeconds(), least, most);
  }
}
