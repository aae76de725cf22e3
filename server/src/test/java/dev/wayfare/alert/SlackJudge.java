package dev.wayfare.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Reads a payload as Slack does, by its published rules for incoming webhooks and blocks: what
/// is missing, unknown or too long is refused.
final class SlackJudge {
  private static final int MOST_BLOCKS = 50;
  private static final int MOST_TEXT = 3_000;

  private SlackJudge() {}

  static JsonNode accepts(JsonNode payload) {
    only(payload, Set.of("text", "blocks"), Set.of());
    length(payload.path("text"), 4_000);
    assertThat(payload.path("blocks").size()).isBetween(1, MOST_BLOCKS);
    payload.path("blocks").forEach(SlackJudge::block);
    return payload;
  }

  private static void block(JsonNode block) {
    switch (block.path("type").asString()) {
      case "header" -> {
        only(block, Set.of("type", "text"), Set.of());
        text(block.path("text"), "plain_text", 150);
      }
      case "section" -> section(block);
      case "context" -> {
        only(block, Set.of("type", "elements"), Set.of());
        assertThat(block.path("elements").size()).isBetween(1, 10);
        block.path("elements").forEach(element -> text(element, "mrkdwn", MOST_TEXT));
      }
      default -> throw new AssertionError("Slack has no such block: " + block);
    }
  }

  private static void section(JsonNode block) {
    only(block, Set.of("type"), Set.of("text", "fields"));
    assertThat(block.has("text") || block.has("fields")).as("%s", block).isTrue();
    if (block.has("text")) {
      text(block.path("text"), "mrkdwn", MOST_TEXT);
    }
    if (block.has("fields")) {
      assertThat(block.path("fields").size()).isBetween(1, 10);
      block.path("fields").forEach(field -> text(field, "mrkdwn", 2_000));
    }
  }

  private static void text(JsonNode text, String type, int most) {
    assertThat(text.path("type").asString()).isEqualTo(type);
    only(
        text,
        Set.of("type", "text"),
        type.equals("plain_text") ? Set.of("emoji") : Set.of("verbatim"));
    length(text.path("text"), most);
  }

  private static void length(JsonNode text, int most) {
    assertThat(text.isString()).isTrue();
    assertThat(text.asString().length()).isBetween(1, most);
  }

  private static void only(JsonNode node, Set<String> needed, Set<String> known) {
    var names = new TreeSet<>(node.propertyNames());
    assertThat(names).as("%s", node).containsAll(needed);
    names.removeAll(needed);
    assertThat(known).as("%s", node).containsAll(names);
  }
}
