package dev.wayfare.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.wayfare.http.Caller;
import java.util.Locale;

/// Who did it, with the name they had then: it stays readable when they are gone.
public record Actor(Kind kind, String id, String name) {

  /// A person, a program with a token, or the server by itself (a timer, a worker).
  public enum Kind {
    PERSON,
    TOKEN,
    SERVER;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public static final Actor SERVER = new Actor(Kind.SERVER, "server", "Wayfare");

  public static Actor of(Caller caller) {
    return switch (caller.who()) {
      case Caller.Who.Person(var id, var name, _) -> new Actor(Kind.PERSON, id.toString(), name);
      case Caller.Who.Token(var id, var name, _, _) -> new Actor(Kind.TOKEN, id.toString(), name);
    };
  }
}
