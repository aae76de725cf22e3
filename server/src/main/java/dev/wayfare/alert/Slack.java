package dev.wayfare.alert;

import dev.wayfare.connector.OutboundCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Slack, by an incoming webhook, whose address is the secret. Blocks within Slack's limits: a
/// header of 150 characters, a section of 3,000, ten fields of 2,000.
final class Slack implements Destination {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int HEADER = 150;

  private final Posting posting;

  Slack(OutboundCalls calls) {
    posting = new Posting(calls);
  }

  @Override
  public NotifierKind kind() {
    return NotifierKind.SLACK;
  }

  @Override
  public Came send(Notifier.Open notifier, Message message, UUID id) {
    return posting.post(notifier.secret().reveal(), List.of(), written(message));
  }

  static String written(Message message) {
    var title = Wording.title(message);
    var blocks = new ArrayList<Map<String, Object>>();
    blocks.add(Map.of("type", "header", "text", plain(Wording.clip(title, HEADER))));
    var said = said(message);
    if (!said.isEmpty()) {
      blocks.add(Map.of("type", "section", "text", marked(said)));
    }
    var facts =
        Wording.facts(message).entrySet().stream()
            .map(fact -> marked("*%s*\n%s".formatted(fact.getKey(), escaped(fact.getValue()))))
            .toList();
    if (!facts.isEmpty()) {
      blocks.add(Map.of("type", "section", "fields", facts));
    }
    var link = "<%s|Open it in Wayfare>".formatted(escaped(message.link()));
    blocks.add(Map.of("type", "context", "elements", List.of(marked(link))));
    return JSON.writeValueAsString(Map.of("text", escaped(title), "blocks", blocks));
  }

  private static String said(Message message) {
    return (escaped(Wording.text(message)) + "\n" + Wording.news(message)).strip();
  }

  private static Map<String, Object> plain(String text) {
    return Map.of("type", "plain_text", "text", text, "emoji", false);
  }

  private static Map<String, Object> marked(String text) {
    return Map.of("type", "mrkdwn", "text", text, "verbatim", true);
  }

  /// The three signs that mean something to Slack.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
