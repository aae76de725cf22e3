package dev.wayfare.flow.step;

import dev.wayfare.flow.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an answer in a conversation looks like, and how it is read into a plain value.
public enum Expect {
  TEXT(Type.TEXT, "") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      return body.isBlank() ? Optional.empty() : Optional.of(body.strip());
    }
  },
  NUMBER(Type.NUMBER, "Please answer with a number.") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      return SpokenNumber.read(body).map(number -> number);
    }
  },
  DATE(Type.DATE, "Please answer with a date like 2026-12-24.") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      return SpokenDate.read(body, LocalDate.ofInstant(scene.now(), zone(scene)))
          .map(LocalDate::toString);
    }
  },
  TIME(Type.TIME, "Please answer with a time like 14:30.") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      var parts = CLOCK.matcher(body.strip().toLowerCase(Locale.ROOT));
      if (!parts.matches()) {
        return Optional.empty();
      }
      var hour = Integer.parseInt(parts.group(1));
      var minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
      var half = parts.group(3);
      if (half != null) {
        if (hour < 1 || hour > 12) {
          return Optional.empty();
        }
        hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
      }
      return hour > 23 || minute > 59
          ? Optional.empty()
          : Optional.of(LocalTime.of(hour, minute).toString());
    }
  },
  EMAIL(Type.EMAIL, "Please answer with an email address like ann@example.com.") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      return Address.email(body).map(address -> address);
    }
  },
  PHONE(Type.PHONE, "Please answer with a phone number like +1 555 010 0100.") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      return Address.phone(body, scene.contact().phone()).map(number -> number);
    }
  },
  YES_NO(Type.BOOLEAN, "Please answer yes or no.") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      var word = body.strip().toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
      return Heard.yesOrNo(List.of(word), scene)
          .or(() -> begun(Heard.words(body), scene))
          .map(yes -> yes);
    }

    // By the first word of more than a letter, as in "yes please"; where the other answer stands
    // in it too ("ok, no"), nobody knows.
    private static Optional<Boolean> begun(List<String> words, Scene scene) {
      var spoken = words.stream().filter(Heard::isSpoken).toList();
      return Heard.yesOrNo(spoken, scene)
          .filter(said -> Heard.yesOrNo(words.subList(0, 1), scene).equals(Optional.of(said)))
          .filter(_ -> Heard.isSpoken(words.getFirst()));
    }
  },
  PHOTO(Type.FILE, "Please send a photo.") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      return Optional.empty();
    }
  },
  FILE(Type.FILE, "Please send a photo or a PDF.") {
    @Override
    Optional<Object> read(String body, Scene scene) {
      return Optional.empty();
    }
  };

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?");

  private final Type type;
  private final String hint;

  Expect(Type type, String hint) {
    this.type = type;
    this.hint = hint;
  }

  /// What an answer is, once it is read.
  Type type() {
    return type;
  }

  /// Whether the answer is what hangs on a text, and not its words.
  public boolean hangsOnAText() {
    return type == Type.FILE;
  }

  /// The plain value of an answer, or nothing where it does not look like one.
  abstract Optional<Object> read(String body, Scene scene);

  /// What is said before the question is asked again, where the step has no words of its own.
  String hint() {
    return hint;
  }

  private static ZoneId zone(Scene scene) {
    try {
      return ZoneId.of(scene.contact().timeZone());
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
