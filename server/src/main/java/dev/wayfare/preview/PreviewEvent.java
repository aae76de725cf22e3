package dev.wayfare.preview;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.wayfare.flow.Input;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Something a builder did in the preview, as any person, program or clock might.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PreviewEvent.TextEvent.class, name = "text"),
  @JsonSubTypes.Type(value = PreviewEvent.VisitEvent.class, name = "visit"),
  @JsonSubTypes.Type(value = PreviewEvent.OpenLinkEvent.class, name = "open_link"),
  @JsonSubTypes.Type(value = PreviewEvent.SubmitEvent.class, name = "submit"),
  @JsonSubTypes.Type(value = PreviewEvent.CallEvent.class, name = "call"),
  @JsonSubTypes.Type(value = PreviewEvent.SayEvent.class, name = "say"),
  @JsonSubTypes.Type(value = PreviewEvent.PressEvent.class, name = "press"),
  @JsonSubTypes.Type(value = PreviewEvent.SilenceEvent.class, name = "silence"),
  @JsonSubTypes.Type(value = PreviewEvent.HoldEvent.class, name = "hold"),
  @JsonSubTypes.Type(value = PreviewEvent.ForwardedEvent.class, name = "forwarded"),
  @JsonSubTypes.Type(value = PreviewEvent.PickUpEvent.class, name = "pick_up"),
  @JsonSubTypes.Type(value = PreviewEvent.HangUpEvent.class, name = "hang_up"),
  @JsonSubTypes.Type(value = PreviewEvent.RequestEvent.class, name = "request"),
  @JsonSubTypes.Type(value = PreviewEvent.ScheduleEvent.class, name = "schedule"),
  @JsonSubTypes.Type(value = PreviewEvent.AnswerEvent.class, name = "answer"),
  @JsonSubTypes.Type(value = PreviewEvent.FireEvent.class, name = "fire"),
  @JsonSubTypes.Type(value = PreviewEvent.PassEvent.class, name = "pass"),
  @JsonSubTypes.Type(value = PreviewEvent.ExpireEvent.class, name = "expire"),
  @JsonSubTypes.Type(value = PreviewEvent.RestartEvent.class, name = "restart")
})
sealed interface PreviewEvent {

  record TextEvent(String body, Optional<List<EventMedia>> media) implements PreviewEvent {
    public TextEvent {
      needed("body", body);
    }
  }

  record EventMedia(String url, String type) {}

  record VisitEvent(String trigger, Optional<Map<String, String>> query) implements PreviewEvent {
    public VisitEvent {
      needed("trigger", trigger);
    }
  }

  /// A journey link is opened: its address, or the word at its end.
  record OpenLinkEvent(String link) implements PreviewEvent {
    public OpenLinkEvent {
      needed("link", link);
    }
  }

  /// A file is sent in as `id|name|type|size`, for nothing is uploaded here.
  record SubmitEvent(Map<String, List<String>> fields, Optional<String> button)
      implements PreviewEvent {
    public SubmitEvent {
      needed("fields", fields);
      fields.values().forEach(values -> needed("fields", values));
    }
  }

  record CallEvent() implements PreviewEvent {}

  record SayEvent(String words) implements PreviewEvent {
    public SayEvent {
      needed("words", words);
    }
  }

  record PressEvent(String keys) implements PreviewEvent {
    public PressEvent {
      needed("keys", keys);
    }
  }

  record SilenceEvent() implements PreviewEvent {}

  record HoldEvent() implements PreviewEvent {}

  /// A forwarded call came back: `completed`, `busy`, `no_answer` or `failed`.
  record ForwardedEvent(String how) implements PreviewEvent {
    public ForwardedEvent {
      needed("how", how);
    }
  }

  record PickUpEvent(boolean machine) implements PreviewEvent {}

  record HangUpEvent(Optional<String> how) implements PreviewEvent {}

  record RequestEvent(
      String trigger, Optional<JsonNode> payload, Optional<Map<String, String>> parameters)
      implements PreviewEvent {
    public RequestEvent {
      needed("trigger", trigger);
    }
  }

  record ScheduleEvent(String trigger) implements PreviewEvent {
    public ScheduleEvent {
      needed("trigger", trigger);
    }
  }

  /// What the world outside answered to what was asked under this key; where an edit gave it
  /// another key, `like` finds it.
  record AnswerEvent(String key, Optional<String> like, OutcomeWish outcome)
      implements PreviewEvent {
    public AnswerEvent {
      needed("key", key);
      needed("outcome", outcome);
    }
  }

  record FireEvent(String timer) implements PreviewEvent {
    public FireEvent {
      needed("timer", timer);
    }
  }

  /// A length of time as documents write it: `24h`.
  record PassEvent(String duration) implements PreviewEvent {
    public PassEvent {
      needed("duration", duration);
    }
  }

  record ExpireEvent() implements PreviewEvent {}

  record RestartEvent() implements PreviewEvent {}

  /// What hangs on a text, as the engine hears it.
  static List<Input.Media> media(TextEvent text) {
    return text.media().orElse(List.of()).stream()
        .map(it -> new Input.Media(it.url(), it.type()))
        .toList();
  }

  /// JSON may leave out what an event cannot do without.
  private static void needed(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("expected a value in " + field);
    }
  }
}
