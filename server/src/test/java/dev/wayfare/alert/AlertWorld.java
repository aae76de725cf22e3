package dev.wayfare.alert;

import static dev.wayfare.testing.Desk.ok;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.TextReply;
import dev.wayfare.runtime.Workers;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import dev.wayfare.testing.SealedAlerts;
import dev.wayfare.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A whole server, somebody who builds apps that err, those who are told, and customers who text.
final class AlertWorld implements AutoCloseable {
  static final String KEY = "a-key-that-nobody-guesses-4711";
  static final int MANY = 400;

  /// A text is what the app does: `fail`, `warn`, `grave`, or `many` grave lines at once.
  private static final String APP =
      """
      wayfare: 1
      name: NAME
      title: Desk
      variables: {heard: text, item: number}
      triggers:
        texted: {type: text, flow: talk, open_journey: restart}
      flows:
        talk:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "VERSION. Which?", into: heard, next: how}
            how:
              type: branch
              cases:
                - {when: "heard == 'fail'", next: fail}
                - {when: "heard == 'warn'", next: warn}
                - {when: "heard == 'grave'", next: grave}
                - {when: "heard == 'many'", next: many}
              otherwise: fail
            fail: {type: raise, code: no_stock, message: "Nothing for {{ heard }}"}
            warn: {type: log, level: warning, code: late, message: "{{ heard }}", next: which}
            grave: {type: log, level: error, code: lost, message: "{{ heard }}", next: which}
            many: {type: each, in: "ITEMS", as: item, do: one, next: which}
            one: {type: log, level: error, code: lost, message: "{{ heard }}", next: many}
      """;

  final TestServer server = TestServer.start();
  final Receiver receiver = new Receiver();
  final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  final Client api;
  private int texts;
  private int phones;

  AlertWorld() {
    // Time passes when the test says so.
    server.bean(Workers.class).stop();
    server.organization();
    api = server.owner();
    mail.start();
  }

  // --- who is told

  String notifier(String json) {
    return ok(api.post("/api/v1/notifiers", json), 201).text("/id");
  }

  String slack(String path, String... receives) {
    return notifier(
        """
        {"kind": "slack", "name": "Slack %s", "secret": "%s", "receives": [%s]}"""
            .formatted(path, receiver.url(path), quoted(receives)));
  }

  String webhook(String path, String... receives) {
    return notifier(
        """
        {"kind": "webhook", "name": "Hook %s", "url": "%s", "secret": "%s", "receives": [%s]}"""
            .formatted(path, receiver.url(path), KEY, quoted(receives)));
  }

  String email(String recipient) {
    var account =
        ok(
                api.post(
                    "/api/v1/accounts",
                    """
                    {"environment": "Production", "kind": "smtp", "name": "Mail for %s",
                     "settings": {"host": "127.0.0.1", "port": %d, "security": "none"}}"""
                        .formatted(recipient, mail.getSmtp().getPort())),
                201)
            .text("/id");
    var sender =
        ok(
                api.post(
                    "/api/v1/resources",
                    """
                    {"kind": "email_address", "account": "%s", "address": "from-%s"}"""
                        .formatted(account, recipient)),
                201)
            .text("/id");
    return notifier(
        """
        {"kind": "email", "name": "%s", "recipients": ["%s"], "sender": "%s"}"""
            .formatted(recipient, recipient, sender));
  }

  private static String quoted(String... words) {
    return List.of(words).stream().map(it -> '"' + it + '"').collect(Collectors.joining(", "));
  }

  // --- the builder

  /// An app that is live and tells these notifiers.
  Talk app(String name, String level, int threshold, String... notifiers) {
    SealedAlerts.rules(server.dataSource(), SealedAlerts.both(quoted(notifiers), level, threshold));
    var desk = new Desk(api, name);
    ok(api.post("/api/v1/apps", "{\"name\": \"%s\", \"title\": \"Desk\"}".formatted(name)), 201);
    var talk = new Talk(desk, new PhoneNumber(bound(desk, name)), 2);
    ok(desk.publish("Production", "r2"), 201);
    return talk;
  }

  private String bound(Desk desk, String name) {
    ok(desk.save("r1", document(name, "First")), 200);
    return desk.ready();
  }

  private static String document(String name, String version) {
    var items = IntStream.range(0, MANY).mapToObj(String::valueOf).collect(Collectors.joining(","));
    return APP.replace("NAME", name)
        .replace("VERSION", version)
        .replace("ITEMS", "[" + items + "]");
  }

  /// An app that customers text.
  final class Talk {
    private final Desk desk;
    private final PhoneNumber number;
    private int revision;

    Talk(Desk desk, PhoneNumber number, int revision) {
      this.desk = desk;
      this.number = number;
      this.revision = revision;
    }

    String app() {
      return desk.name();
    }

    /// Another version, with the same errors in it.
    void publishesAnother() {
      ok(desk.save("r" + revision, document(desk.name(), "Next " + revision)), 200);
      revision++;
      ok(desk.publish("Production", "r" + revision), 201);
    }

    /// Somebody new begins and texts this.
    String says(String text) {
      var phone = "+1555%07d".formatted(++phones);
      hear(phone, "hi");
      hear(phone, text);
      return phone;
    }

    /// The answer to the first text of somebody new.
    TextReply hears(String text) {
      return answer("+1555%07d".formatted(++phones), text);
    }

    private TextReply answer(String phone, String text) {
      var heard =
          new InboundText(
              "simulator",
              new PhoneNumber(phone),
              number,
              text,
              List.of(),
              "SM" + ++texts,
              Optional.empty());
      return server.bean(TextDoor.class).hear(heard);
    }

    void hear(String phone, String text) {
      var reply = answer(phone, text);
      if (!(reply instanceof TextReply.Texts)) {
        throw new AssertionError(reply);
      }
    }
  }

  // --- time

  AlertWorld runDue() {
    runDue(server);
    return this;
  }

  static void runDue(TestServer server) {
    server.bean(JournalWatch.class).follow();
    server.bean(Grouper.class).group();
    server.bean(Sender.class).sendDue();
  }

  /// Time passes, and workers look every minute.
  AlertWorld pass(Duration time) {
    for (var minute = 0; minute < time.toMinutes(); minute++) {
      server.clock().jump(Duration.ofMinutes(1));
      runDue();
    }
    return this;
  }

  // --- what is seen

  List<JsonNode> alerts(String app) {
    var items = ok(api.get("/api/v1/alerts?app=" + app), 200).json().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  JsonNode onlyAlert(String app) {
    var all = alerts(app);
    if (all.size() != 1) {
      throw new AssertionError(all);
    }
    return all.getFirst();
  }

  /// What a Slack channel got, message by message.
  List<String> slackTexts(String path) {
    return receiver.posts(path).stream()
        .map(post -> SlackJudge.accepts(post.json()).toString())
        .toList();
  }

  List<JsonNode> hookTexts(String path) {
    return receiver.posts(path).stream().map(Receiver.Post::json).toList();
  }

  long journal(String verb) {
    return ok(api.get("/api/v1/journal?verb=" + verb), 200).json().path("items").size();
  }

  @Override
  public void close() {
    mail.stop();
    receiver.close();
    server.close();
  }
}
