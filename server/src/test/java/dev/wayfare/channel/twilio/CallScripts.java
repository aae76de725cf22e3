package dev.wayfare.channel.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.SsmlBreak;
import com.twilio.twiml.voice.SsmlP;
import com.twilio.twiml.voice.SsmlS;
import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Scripts of calls, made by chance, and the same ones written by the classes of Twilio's SDK.
final class CallScripts {

  private static final String MARKUP = "<p>Hi <break time=\"1s\"/> &amp; bye</p>";
  private static final String SENTENCES = "<s>One</s><s>two <break strength=\"weak\"/></s>";

  private CallScripts() {}

  static Verb.Hearing hearing(boolean speech, boolean keypad, int digits, boolean bargeIn) {
    var hints = List.of("yes, please", "no", "", "x".repeat(101), "Käse & \"Brot\"");
    return new Verb.Hearing(
        speech, keypad, digits, Duration.ofSeconds(5), hints, bargeIn, !speech, "de-DE");
  }

  static List<Verb> any(Random random) {
    var verbs = new ArrayList<Verb>();
    for (var i = random.nextInt(4); i > 0; i--) {
      verbs.add(prompt(random));
    }
    verbs.add(
        switch (random.nextInt(4)) {
          case 0 -> listen(random);
          case 1 -> new Verb.Forward("+1555" + random.nextInt(1000, 9999), time(random));
          case 2 -> new Verb.Hold(time(random));
          default -> new Verb.HangUp();
        });
    return verbs;
  }

  private static Verb listen(Random random) {
    var prompts = new ArrayList<Verb>();
    for (var i = random.nextInt(3); i > 0; i--) {
      prompts.add(prompt(random));
    }
    var kind = random.nextInt(3);
    return new Verb.Listen(
        prompts, hearing(kind != 1, kind != 0, random.nextInt(5), random.nextBoolean()));
  }

  private static Verb prompt(Random random) {
    var voice = new Verb.Voice(random.nextBoolean() ? "" : "Polly.Vicki", "de-DE");
    return switch (random.nextInt(4)) {
      case 0 ->
          new Verb.Play("https://a.example/" + words(random).hashCode(), random.nextInt(1, 5));
      case 1 -> new Verb.Speak("plain", random.nextBoolean() ? MARKUP : SENTENCES, voice);
      default -> new Verb.Speak(words(random), voice);
    };
  }

  private static Duration time(Random random) {
    return Duration.ofMillis(random.nextInt(900_000));
  }

  /// Anything that XML can carry.
  private static String words(Random random) {
    var text = new StringBuilder();
    random
        .ints(random.nextInt(30), 9, 0x1_f700)
        .map(sign -> random.nextInt(4) > 0 ? sign % 0x180 : sign)
        .filter(sign -> sign >= 32 || sign == 9 || sign == 10 || sign == 13)
        .filter(sign -> (sign < 0xd800 || sign > 0xdfff) && sign != 0xfffe && sign != 0xffff)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  static String busy() throws Exception {
    var reject = new Reject.Builder().reason(Reject.Reason.BUSY).build();
    return new VoiceResponse.Builder().reject(reject).build().toXml();
  }

  static String lastWords(String words) throws Exception {
    return new VoiceResponse.Builder()
        .say(new Say.Builder(words).build())
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  static String theirs(List<Verb> verbs, Ahead ahead) throws Exception {
    var response = new VoiceResponse.Builder();
    for (var verb : verbs) {
      switch (verb) {
        case Verb.Speak speak -> response.say(say(speak));
        case Verb.Play play -> response.play(play(play));
        case Verb.Listen listen -> listen(response, listen, ahead);
        case Verb.Forward forward -> response.dial(dial(forward, ahead));
        case Verb.Hold(var pause) ->
            response
                .pause(new Pause.Builder().length((int) whole(pause, 1)).build())
                .redirect(
                    new Redirect.Builder(ahead.to(CallMoment.HELD))
                        .method(HttpMethod.POST)
                        .build());
        case Verb.HangUp() -> response.hangup(new Hangup.Builder().build());
      }
    }
    return response.build().toXml();
  }

  private static void listen(VoiceResponse.Builder response, Verb.Listen listen, Ahead ahead) {
    var hearing = listen.hearing();
    var gather =
        new Gather.Builder()
            .action(ahead.to(CallMoment.HEARD))
            .method(HttpMethod.POST)
            .actionOnEmptyResult(true)
            .bargeIn(hearing.bargeIn())
            .timeout((int) hearing.patience().toSeconds());
    if (hearing.speech() && hearing.keypad()) {
      gather.inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH));
    } else {
      gather.inputs(hearing.speech() ? Gather.Input.SPEECH : Gather.Input.DTMF);
    }
    if (hearing.speech()) {
      gather.speechTimeout("auto").language(Gather.Language.DE_DE);
      gather.hints("yes  please,no,Käse & \"Brot\"");
    }
    if (hearing.keypad()) {
      gather.finishOnKey(hearing.digits() == 1 ? "" : "#");
      if (hearing.digits() > 0) {
        gather.numDigits(hearing.digits());
      }
    }
    for (var prompt : listen.prompts()) {
      switch (prompt) {
        case Verb.Speak speak when hearing.bargeIn() -> gather.say(say(speak));
        case Verb.Play play when hearing.bargeIn() -> gather.play(play(play));
        case Verb.Speak speak -> response.say(say(speak));
        case Verb.Play play -> response.play(play(play));
        default -> throw new AssertionError(prompt);
      }
    }
    response.gather(gather.build());
  }

  private static Say say(Verb.Speak speak) {
    var say =
        switch (speak.ssml()) {
          case MARKUP ->
              new Say.Builder()
                  .p(
                      new SsmlP.Builder("Hi ")
                          .break_(new SsmlBreak.Builder().time("1s").build())
                          .addText(" & bye")
                          .build());
          case SENTENCES ->
              new Say.Builder()
                  .s(new SsmlS.Builder("One").build())
                  .s(
                      new SsmlS.Builder("two ")
                          .break_(new SsmlBreak.Builder().strength(SsmlBreak.Strength.WEAK).build())
                          .build());
          default -> new Say.Builder(speak.text());
        };
    var voice = speak.voice();
    if (!voice.name().isEmpty()) {
      say.option("voice", voice.name());
    }
    return (voice.language().isEmpty() ? say : say.option("language", voice.language())).build();
  }

  private static Play play(Verb.Play play) {
    var theirs = new Play.Builder(play.url());
    return (play.times() == 1 ? theirs : theirs.loop(play.times())).build();
  }

  private static Dial dial(Verb.Forward forward, Ahead ahead) {
    return new Dial.Builder()
        .action(ahead.to(CallMoment.FORWARDED))
        .method(HttpMethod.POST)
        .callerId(ahead.ours().e164())
        .timeout((int) whole(forward.ring(), 5))
        .number(new Number.Builder(forward.to()).build())
        .build();
  }

  private static long whole(Duration time, long least) {
    return Math.clamp((time.toMillis() + 999) / 1000, least, 600);
  }
}
