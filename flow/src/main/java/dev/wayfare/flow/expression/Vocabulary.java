package dev.wayfare.flow.expression;

import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be written in an expression, for whoever completes one: the names of a scope and all
/// functions.
public final class Vocabulary {
  private static final Map<String, String> NOTES =
      Map.of(
          "contact", "The person on the journey.",
          "profile", "The values that each profile sets in Settings.",
          "journey", "The run through the app itself.",
          "event", "What this turn began with.",
          "payload", "What a program sent.",
          "start", "What the journey began with.",
          "channel", "Where this flow meets the person: text, web, voice or none.",
          "now", "The moment of this turn.",
          "error", "What failed, after a `failed` exit or a `catch`.");

  private static final Call LINK =
      new Call(
          Functions.LINK,
          "link(text, text) text",
          "The journey's link; with a flow and a step it leads to that page.",
          "link('booking', 'choose')");

  private static final List<Call> CALLS = calls();

  private Vocabulary() {}

  /// A name, its type in the words of a document, and a remark, which may be empty. What has known
  /// fields is followed by them, as `contact.phone`.
  public record Name(String name, String type, String note) {}

  /// A function: its ways to be called, as `text.split(text) list<text>`, and what it does.
  public record Call(String name, String signature, String note, String example) {}

  /// The names of a scope, its own first. `notes` are the builder's remarks on variables.
  public static List<Name> names(Scope scope, Map<String, String> notes) {
    var names = new ArrayList<Name>();
    scope.variables().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                names.add(
                    new Name(
                        each.getKey(),
                        each.getValue().word(),
                        notes.getOrDefault(each.getKey(), ""))));
    var builtIn = Names.of(new Scope(Map.of(), scope.profile())).types();
    builtIn.forEach(
        (name, type) -> {
          if (!scope.variables().containsKey(name)) {
            names.add(new Name(name, CelTypes.word(type), NOTES.getOrDefault(name, "")));
            if (type instanceof StructType fields) {
              fields(name, fields, scope, notes).forEach(names::add);
            }
          }
        });
    return List.copyOf(names);
  }

  private static Stream<Name> fields(
      String of, StructType type, Scope scope, Map<String, String> notes) {
    return type.fieldNames().stream()
        .map(
            field -> {
              var declared = of.equals("profile") ? scope.profile().get(field) : null;
              var word =
                  declared == null
                      ? type.findField(field).map(it -> CelTypes.word(it.type())).orElse("any")
                      : declared.word();
              var name = of + "." + field;
              return new Name(name, word, notes.getOrDefault(name, ""));
            });
  }

  public static List<Call> functions() {
    return CALLS;
  }

  private static List<Call> calls() {
    return Stream.concat(
            Stream.of(LINK),
            Functions.all().byName().values().stream()
                .filter(function -> Character.isLetter(function.name().charAt(0)))
                .map(Vocabulary::call))
        .sorted(Comparator.comparing(Call::name))
        .toList();
  }

  private static Call call(Function function) {
    var ways =
        function.signatures().stream().map(Signature::written).collect(Collectors.joining("\n"));
    return new Call(function.name(), ways, function.doc(), function.example());
  }
}
