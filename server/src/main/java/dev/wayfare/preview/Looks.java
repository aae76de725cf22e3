package dev.wayfare.preview;

import dev.wayfare.channel.web.PageDrawer;
import dev.wayfare.channel.web.Seen;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.play.InWords;
import dev.wayfare.flow.play.Rehearsal;
import dev.wayfare.preview.PreviewView.PlayedAsk;
import dev.wayfare.preview.PreviewView.PlayedCall;
import dev.wayfare.preview.PreviewView.PlayedHearing;
import dev.wayfare.preview.PreviewView.PlayedPage;
import dev.wayfare.preview.PreviewView.PlayedTimer;
import dev.wayfare.preview.PreviewView.PlayedVerb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the page, the call, the timers and what was asked look after a replay.
record Looks(Replay replay, PageDrawer pages, Json json) {

  private Rehearsal stage() {
    return replay.stage();
  }

  // the page

  Optional<PlayedPage> page(Optional<Map<String, List<String>>> typed) {
    var theme = replay.app().theme();
    return switch (stage().journey().standing()) {
      case ENDED -> Optional.of(shown("ended", "", new Seen.Ended("", "", theme)));
      case EXPIRED -> Optional.of(shown("expired", "", new Seen.Expired("", "", theme)));
      case OPEN -> {
        try {
          yield stage()
              .page()
              .map(page -> asks(page, typed))
              .or(() -> stage().erred().map(words -> erred(words, Optional.empty())));
        } catch (ExpressionFailed failed) {
          var why = failed.place().path() + ": " + failed.getMessage();
          yield Optional.of(erred(stage().trouble(Channel.WEB), Optional.of(why)));
        }
      }
    };
  }

  private PlayedPage asks(PageView page, Optional<Map<String, List<String>>> typed) {
    var html = pages.html(new Seen.Shows(page, stage().journey().turn()));
    return new PlayedPage(
        "page",
        page.title(),
        html,
        Optional.of(page.token()),
        typed.map(fields -> stage().visible(fields).stream().sorted().toList()),
        Optional.empty());
  }

  private PlayedPage erred(String words, Optional<String> why) {
    var seen = new Seen.Erred(words, replay.app().theme());
    return new PlayedPage("erred", "", pages.html(seen), Optional.empty(), Optional.empty(), why);
  }

  private PlayedPage shown(String kind, String title, Seen seen) {
    return new PlayedPage(
        kind, title, pages.html(seen), Optional.empty(), Optional.empty(), Optional.empty());
  }

  // the call

  PlayedCall call() {
    var verbs = stage().verbs().stream().flatMap(verb -> flat(verb).stream()).toList();
    var hearing =
        !stage().verbs().isEmpty() && stage().verbs().getLast() instanceof Verb.Listen listen
            ? Optional.of(hearing(listen.hearing()))
            : Optional.<PlayedHearing>empty();
    return new PlayedCall(state(), verbs, hearing);
  }

  private String state() {
    if (!stage().journey().onCall()) {
      return "none";
    }
    if (replay.rings()) {
      return "rings";
    }
    if (stage().verbs().isEmpty()) {
      return "holds";
    }
    return switch (stage().verbs().getLast()) {
      case Verb.Listen _ -> "listens";
      case Verb.Forward _ -> "forwards";
      case Verb.Hold _ -> "holds";
      case Verb.Speak _, Verb.Play _, Verb.HangUp _ -> "speaks";
    };
  }

  private static List<PlayedVerb> flat(Verb verb) {
    var flat = new ArrayList<PlayedVerb>();
    switch (verb) {
      case Verb.Listen(var prompts, var hearing) -> {
        prompts.forEach(prompt -> flat.addAll(flat(prompt)));
        flat.add(new PlayedVerb("listen", "", Optional.of(hearing.language())));
      }
      case Verb.Speak(var text, _, var voice) ->
          flat.add(new PlayedVerb("speak", text, Optional.of(voice.language())));
      case Verb.Play _, Verb.Forward _, Verb.Hold _, Verb.HangUp _ ->
          flat.add(new PlayedVerb(PlayedEffect.verb(verb), InWords.of(verb), Optional.empty()));
    }
    return flat;
  }

  private static PlayedHearing hearing(Verb.Hearing hearing) {
    return new PlayedHearing(
        hearing.speech(),
        hearing.keypad(),
        hearing.digits(),
        hearing.secret(),
        (int) hearing.patience().toSeconds());
  }

  // the clock

  List<PlayedTimer> timers() {
    return stage().journey().timers().entrySet().stream()
        .map(each -> timer(stage().journey(), each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(PlayedTimer::at))
        .toList();
  }

  private static PlayedTimer timer(Journey journey, String name, Timer timer) {
    return switch (timer) {
      case Timer.Wake(var at, var channel, var depth, var step) ->
          new PlayedTimer(name, at, "wait", flow(journey, channel, depth), step);
      case Timer.Run run -> new PlayedTimer(name, run.at(), "run", run.flow(), "");
      case Timer.Call call -> new PlayedTimer(name, call.at(), "call", call.flow(), "");
      case Timer.Text text -> new PlayedTimer(name, text.at(), "text", "", "");
    };
  }

  private static String flow(Journey journey, Channel channel, int depth) {
    return journey.stack(channel).stream()
        .skip(Math.max(0, depth - 1L))
        .findFirst()
        .map(Frame::flow)
        .orElse("");
  }

  // the world outside

  List<PlayedAsk> asked() {
    return stage().asked().entrySet().stream()
        .map(each -> asked(each.getKey(), each.getValue()))
        .toList();
  }

  private PlayedAsk asked(String key, Request request) {
    var who = Optional.ofNullable(stage().journey().asked().get(key));
    var usual =
        switch (request) {
          case Request.Records _ -> new Outcome.Done(Map.of());
          case Request.Http _, Request.Email _, Request.Media _, Request.File _ ->
              replay.outsiders().usual(key);
        };
    return new PlayedAsk(
        key,
        kind(request),
        InWords.of(request),
        who.map(it -> flow(stage().journey(), it.channel(), it.depth())).orElse(""),
        who.map(it -> it.step()).orElse(""),
        json.of(told(request)),
        OutcomeWish.of(usual, json));
  }

  private static String kind(Request request) {
    return switch (request) {
      case Request.Http _ -> "http";
      case Request.Email _ -> "email";
      case Request.Media _ -> "media";
      case Request.File _ -> "file";
      case Request.Records _ -> "records";
    };
  }

  private static Map<String, Object> told(Request request) {
    return switch (request) {
      case Request.Http(
              var connection,
              var method,
              var path,
              var query,
              var headers,
              var body,
              var limit) ->
          Values.object(
              "connection",
              connection,
              "method",
              method,
              "path",
              path,
              "query",
              query,
              "headers",
              headers,
              "body",
              body.map(Request.Body::value).orElse(""),
              "limit_seconds",
              (double) limit.toSeconds());
      case Request.Email email ->
          Values.object(
              "from",
              email.slot(),
              "to",
              email.to(),
              "subject",
              email.subject(),
              "text",
              email.text());
      case Request.Media(var url, _) -> Values.object("url", url);
      case Request.File(var work, var file, _, _) ->
          Values.object("work", work.name(), "file", file);
      case Request.Records records -> Values.object("type", records.type());
    };
  }
}
