package dev.wayfare.flow.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What CEL's reader and checker complain about, in words for builders.
record Wording(Names names, Functions functions, Spots spots) {
  private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '(.*)' \\(candidates.*");
  private static final Pattern EXPECTED = Pattern.compile("expected type '(.*)' but found '(.*)'");
  private static final Pattern NO_FIELDS =
      Pattern.compile("type '(.*)' does not support field selection");
  private static final Pattern NO_RANGE =
      Pattern.compile("(?i)expression of type '(.*)' cannot be range of a comprehension.*");
  private static final Pattern UNREADABLE =
      Pattern.compile(
          "(?:mismatched|extraneous|no viable alternative at) input '(.*?)'(?: expecting.*)?");
  private static final Pattern MISSING = Pattern.compile("missing '(.*?)' at .*");
  private static final Pattern TOKEN = Pattern.compile("token recognition error at: '(.*)'");

  /// What is wrong with the text of an expression.
  Problem syntax(CelIssue issue) {
    var message = issue.getMessage();
    var place = spots.at(issue.getSourceLocation());
    if (message.contains("recursion limit")) {
      return Problem.error(
          Problem.Code.LIMIT,
          place,
          "The expression is too long or nests too deep.",
          "Set parts of it as variables before.");
    }
    return told(UNREADABLE, message, found -> unreadable(found.group(1), place))
        .or(() -> told(MISSING, message, found -> missing(found.group(1), place)))
        .or(() -> told(TOKEN, message, found -> token(found.group(1), place)))
        .orElseGet(
            () ->
                syntax(
                    place, sentence(message), "Write it as an expression, like `count + 1 > 3`."));
  }

  private static Optional<Problem> told(
      Pattern pattern, String message, java.util.function.Function<Matcher, Problem> words) {
    return Optional.of(pattern.matcher(message)).filter(Matcher::matches).map(words);
  }

  private static Problem unreadable(String input, Place place) {
    return input.equals("<EOF>")
        ? syntax(place, "The expression stops too early.", "Write what is missing at its end.")
        : syntax(
            place,
            "`%s` was not expected here.".formatted(input),
            "Look just before it: a quote, a bracket or a sign may be missing.");
  }

  private static Problem missing(String sign, Place place) {
    return syntax(place, "A `%s` is missing here.".formatted(sign), "Write it where it belongs.");
  }

  private static Problem token(String token, Place place) {
    return token.startsWith("'") || token.startsWith("\"")
        ? syntax(place, "A quoted text does not end.", "Close it with the quote it began with.")
        : syntax(place, "`%s` means nothing here.".formatted(token), "Leave it out.");
  }

  private static Problem syntax(Place place, String text, String wayOut) {
    return Problem.error(Problem.Code.EXPRESSION_SYNTAX, place, text, wayOut);
  }

  /// What is wrong with its names and types.
  Problem type(CelIssue issue, CelExpr root) {
    var message = issue.getMessage();
    var place = spots.at(issue.getSourceLocation());
    return told(UNKNOWN, message, found -> unknown(found.group(1), place, root))
        .or(() -> told(FIELD, message, found -> field(found.group(1), place, issue, root)))
        .or(() -> told(OVERLOAD, message, found -> overload(found.group(1), found.group(2), place)))
        .or(() -> told(EXPECTED, message, found -> expected(found, place)))
        .or(() -> told(NO_FIELDS, message, found -> noFields(found.group(1), place)))
        .or(() -> told(NO_RANGE, message, found -> noRange(found.group(1), place)))
        .orElseGet(() -> type(place, sentence(message), "Use values of types that go together."));
  }

  private static Problem expected(Matcher found, Place place) {
    return type(
        place,
        "Found %s; %s was expected.".formatted(words(found.group(2)), words(found.group(1))),
        "Use a value of that type.");
  }

  private static Problem noFields(String type, Place place) {
    return type(
        place,
        "Only an object has fields, and this is %s.".formatted(words(type)),
        "Leave out the point and what follows it.");
  }

  private static Problem noRange(String type, Place place) {
    return type(
        place, "A list was expected, but found %s.".formatted(words(type)), "Use a list here.");
  }

  private static Problem type(Place place, String text, String wayOut) {
    return Problem.error(Problem.Code.EXPRESSION_TYPE, place, text, wayOut);
  }

  private Problem unknown(String name, Place place, CelExpr root) {
    var called =
        Parts.of(root)
            .anyMatch(
                e -> e.getKind() == CelExpr.ExprKind.Kind.CALL && e.call().function().equals(name));
    var known = called ? functions.names() : List.copyOf(names.types().keySet());
    return Problem.error(
        Problem.Code.NAME_UNKNOWN,
        place,
        "There is no %s `%s` here.".formatted(called ? "function" : "name", name),
        Nearest.to(name, known)
            .map("Did you mean `%s`?"::formatted)
            .orElse(
                called
                    ? "Use one of the functions of the language."
                    : "Declare it as a variable, or put it in quotes if it is a text."));
  }

  private Problem field(String name, Place place, CelIssue issue, CelExpr root) {
    var fields =
        Parts.of(root)
            .filter(e -> e.id() == issue.getExprId() && e.getKind() == CelExpr.ExprKind.Kind.SELECT)
            .map(e -> typeOf(e.select().operand()))
            .filter(StructType.class::isInstance)
            .flatMap(type -> ((StructType) type).fieldNames().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return Problem.error(
        Problem.Code.NAME_UNKNOWN,
        place,
        "There is no field `%s` here%s.".formatted(name, listed(fields)),
        Nearest.to(name, fields)
            .map("Did you mean `%s`?"::formatted)
            .orElse("Use one of its fields."));
  }

  private static String listed(Collection<String> fields) {
    return fields.isEmpty() ? "" : "; there are `" + String.join("`, `", fields) + "`";
  }

  private CelType typeOf(CelExpr e) {
    return switch (e.getKind()) {
      case IDENT -> names.types().getOrDefault(e.ident().name(), SimpleType.DYN);
      case SELECT ->
          typeOf(e.select().operand()) instanceof StructType struct
              ? struct
                  .findField(e.select().field())
                  .map(StructType.Field::type)
                  .orElse(SimpleType.DYN)
              : SimpleType.DYN;
      case CONSTANT, CALL, LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> SimpleType.DYN;
    };
  }

  private Problem overload(String name, String applied, Place place) {
    var found = words(operands(applied));
    var shown = Function.shown(name);
    return type(
        place,
        "`%s` cannot be used with %s.".formatted(shown, found.isEmpty() ? "nothing" : found),
        switch (name) {
          case "_+_" ->
              found.contains(Kind.LIST.words())
                  ? "Use lists whose items are of one type."
                  : "Make both sides texts with `string(…)`, or both numbers with `number(…)`.";
          case "_==_", "_!=_" -> "Compare values of the same type.";
          case Functions.AND, Functions.OR, "!_", Functions.IF ->
              "Use a condition: `… == …`, `… > …`, `empty(…)`.";
          case Functions.LINK -> "Write `link()`, `link('flow')` or `link('flow', 'step')`.";
          default ->
              "It can be written "
                  + Objects.requireNonNull(functions.byName().get(name)).signatures().stream()
                      .map(Signature::written)
                      .map(
                          written ->
                              Character.isLetter(name.charAt(0)) ? written : inUse(written, shown))
                      .collect(Collectors.joining("`, `", "`", "`"))
                  + ".";
        });
  }

  /// `order(number, number) boolean` as `number < number`.
  private static String inUse(String written, String operator) {
    var inside = written.substring(written.indexOf('(') + 1, written.indexOf(')'));
    if (!inside.contains(", ")) {
      return operator + inside;
    }
    return operator.equals("[ ]")
        ? inside.replace(", ", "[") + "]"
        : inside.replace(", ", " " + operator + " ");
  }

  /// `(string, double)` or, for a member, `string.(double)` as a list of types.
  private static String operands(String applied) {
    var open = applied.startsWith("(") ? 0 : applied.indexOf(".(") + 1;
    var inside = applied.substring(open + 1, applied.length() - 1);
    var target = open == 0 ? "" : applied.substring(0, open - 1);
    return target.isEmpty() || inside.isEmpty() ? target + inside : target + ", " + inside;
  }

  /// CEL's types in our words: `string, list(dyn)` as `a text and a list`.
  private static String words(String types) {
    var words = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= types.length(); i++) {
      var c = i == types.length() ? ',' : types.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        words.add(word(types.substring(from, i).strip()));
        from = i + 1;
      }
    }
    return String.join(" and ", words);
  }

  private static String word(String type) {
    var plain = type.contains("(") ? type.substring(0, type.indexOf('(')) : type;
    return switch (plain) {
      case "string" -> Kind.TEXT.words();
      case "double", "int", "uint" -> Kind.NUMBER.words();
      case "bool" -> Kind.BOOLEAN.words();
      case "timestamp", "google.protobuf.Timestamp" -> Kind.MOMENT.words();
      case "duration", "google.protobuf.Duration" -> Kind.SPAN.words();
      case "list" -> Kind.LIST.words();
      case "map" -> Kind.OBJECT.words();
      case "null", "null_type" -> Kind.NOTHING.words();
      case "bytes" -> "bytes";
      case "" -> "";
      default -> plain.startsWith("@") ? Kind.OBJECT.words() : Kind.ANY.words();
    };
  }

  private static String sentence(String message) {
    var text = message.strip();
    return text.isEmpty()
        ? "The expression cannot be read."
        : Character.toUpperCase(text.charAt(0))
            + text.substring(1)
            + (text.endsWith(".") ? "" : ".");
  }
}
