package dev.wayfare.flow.expression;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Judges a checked expression by what CEL's checker does not know: the wanted type, links,
/// patterns and what this language leaves out.
record Judge(CelAbstractSyntaxTree ast, Spots spots, Consumer<Problem> problems) {

  /// Where the expression's links lead to, in the order of the text. Only texts may name a page: a
  /// link kept in a variable could not be checked.
  List<Template.LinkTarget> links(boolean inText) {
    var targets = new ArrayList<Template.LinkTarget>();
    Parts.of(ast.getExpr())
        .filter(e -> e.getKind() == CelExpr.ExprKind.Kind.CALL)
        .filter(e -> e.call().function().equals(Functions.LINK))
        .filter(e -> !e.call().args().isEmpty())
        .forEach(e -> target(e, inText).ifPresent(targets::add));
    return targets;
  }

  private Optional<Template.LinkTarget> target(CelExpr e, boolean inText) {
    var words = e.call().args().stream().flatMap(word -> Literals.text(word).stream()).toList();
    if (words.size() < e.call().args().size() || words.stream().anyMatch(String::isBlank)) {
      tell(
          Problem.Code.EXPRESSION_TYPE,
          e,
          "`link` was given something other than quoted names.",
          "Name the flow and the step in quotes: `link('booking', 'choose')`.");
      return Optional.empty();
    }
    if (!inText) {
      tell(
          Problem.Code.EXPRESSION_TYPE,
          e,
          "A link to a page stands outside a text.",
          "Put `{{ link('…') }}` into the text, or use `link()` for the journey's link here.");
      return Optional.empty();
    }
    return Optional.of(
        new Template.LinkTarget(words.getFirst(), words.stream().skip(1).findFirst()));
  }

  /// CEL's `Name{…}`, which would only be told in its own words.
  static List<Problem> structs(CelExpr root, CelSource source, Spots spots) {
    return Parts.of(root)
        .filter(e -> e.getKind() == CelExpr.ExprKind.Kind.STRUCT)
        .map(
            e ->
                Problem.error(
                    Problem.Code.EXPRESSION_SYNTAX,
                    spots.at(source, e.id()),
                    "A name stands before `{`.",
                    "Write an object: `{'name': value}`."))
        .toList();
  }

  void literals() {
    Parts.of(ast.getExpr()).forEach(this::literal);
  }

  private void literal(CelExpr e) {
    switch (e.getKind()) {
      case CONSTANT -> {
        if (e.constant().getKind() == CelConstant.Kind.BYTES_VALUE) {
          tell(
              Problem.Code.EXPRESSION_SYNTAX,
              e,
              "Bytes (`b'…'`) are not part of this language.",
              "Write a text: `'…'`.");
        }
      }
      case MAP -> e.map().entries().forEach(entry -> key(entry.key()));
      case CALL -> pattern(e);
      case IDENT, SELECT, LIST, STRUCT, COMPREHENSION, NOT_SET -> {}
    }
  }

  private void key(CelExpr key) {
    var kind = CelTypes.kind(type(key));
    if (kind != Kind.TEXT && kind != Kind.ANY) {
      tell(
          Problem.Code.EXPRESSION_TYPE,
          key,
          "The names in an object are texts, but found " + kind.words() + ".",
          "Write the name in quotes.");
    }
  }

  private void pattern(CelExpr e) {
    if (!e.call().function().equals("matches")) {
      return;
    }
    var last = e.call().args().getLast();
    Literals.text(last)
        .ifPresent(
            pattern -> {
              try {
                TextFunctions.pattern(pattern);
              } catch (PatternSyntaxException wrong) {
                tell(
                    Problem.Code.EXPRESSION_SYNTAX,
                    last,
                    "The pattern cannot be read: " + wrong.getDescription() + ".",
                    "Write a pattern as RE2 knows it; `r'…'` keeps backslashes as they are.");
              }
            });
  }

  void type(Type wanted) {
    var found = type(ast.getExpr());
    if (!CelTypes.fits(wanted, found)) {
      tell(
          Problem.Code.EXPRESSION_TYPE,
          first(ast.getExpr()),
          "Found %s; %s was expected."
              .formatted(CelTypes.kind(found).words(), CelTypes.kind(wanted).words()),
          wayOut(wanted));
    }
  }

  private static String wayOut(Type wanted) {
    return switch (CelTypes.kind(wanted)) {
      case TEXT -> "Make it a text with `string(…)`, or put it in quotes.";
      case NUMBER -> "Make it a number, for example with `number(…)`.";
      case BOOLEAN -> "Compare it with something: `… == …`, `… > …`, `empty(…)`.";
      case MOMENT -> "Make it a moment with `timestamp(…)` or `moment(date, time)`.";
      case LIST -> "Put it in square brackets: `[…]`.";
      case OBJECT -> "Write an object: `{'name': value}`.";
      case SPAN, NOTHING, ANY -> "Use a value of that type.";
    };
  }

  /// Where an expression begins: CEL's own spot for `a + b` is its operator.
  private static CelExpr first(CelExpr e) {
    return switch (e.getKind()) {
      case SELECT -> first(e.select().operand());
      case COMPREHENSION -> first(e.comprehension().iterRange());
      case CALL -> {
        if (e.call().target().isPresent()) {
          yield first(e.call().target().get());
        }
        var name = e.call().function();
        yield name.startsWith("_") || name.equals("@in") ? first(e.call().args().getFirst()) : e;
      }
      case CONSTANT, IDENT, LIST, MAP, STRUCT, NOT_SET -> e;
    };
  }

  private CelType type(CelExpr e) {
    return ast.getType(e.id()).orElse(SimpleType.DYN);
  }

  private void tell(Problem.Code code, CelExpr e, String text, String wayOut) {
    problems.accept(Problem.error(code, spots.at(ast.getSource(), e.id()), text, wayOut));
  }
}
