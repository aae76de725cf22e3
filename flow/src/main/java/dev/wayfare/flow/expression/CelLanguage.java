package dev.wayfare.flow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Expressions in Google's CEL: its reader and type checker, our functions and our own running.
///
/// Whole numbers and others are one type, results are plain Java, every step of an evaluation is
/// paid for from a [Budget]. Safe for many threads.
public final class CelLanguage implements Language {
  /// Longer ones nest too deep to be read.
  static final int LONGEST_EXPRESSION = 4000;

  /// So many operators or brackets within one another are read.
  private static final int DEEPEST = 200;

  private static final int KEPT = 64;
  private static final int KEPT_ANSWERS = 2000;
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableReservedIds(false)
          .maxExpressionCodePointSize(LONGEST_EXPRESSION)
          .maxParseRecursionDepth(DEEPEST)
          .populateMacroCalls(false)
          .build();

  private final Functions functions = Functions.all();

  /// Making a checker takes a hundred times as long as using it; the last few are kept.
  private final Map<Scope, Checker> checkers = recent(KEPT);

  /// An app is read several times on its way into the world, as a draft, checked, sealed and live;
  /// its expressions are the same each time.
  private final Map<Asked, CelAbstractSyntaxTree> answered = recent(KEPT_ANSWERS);

  private record Checker(CelCompiler compiler, Names names) {}

  private record Asked(String source, Scope scope) {}

  @Override
  public Expression expression(
      String source, Place place, Type wanted, Scope scope, Consumer<Problem> problems) {
    var read = read(source, new Spots(place, source), wanted, scope, false, problems);
    return new CelExpression(source, place, read.plan(), wanted);
  }

  @Override
  public Template template(String source, Place place, Scope scope, Consumer<Problem> problems) {
    var spots = new Spots(place, source);
    return new TemplateReader(source, spots, problems)
        .read((hole, at) -> read(hole, new Spots(at, hole), Type.ANY, scope, true, problems));
  }

  /// All functions and operators, for the documentation.
  List<Function> functions() {
    return functions.byName().values().stream().toList();
  }

  /// An expression that was read, and the links in it.
  record Read(CelExpression.Plan plan, List<Template.LinkTarget> links) {}

  private Read read(
      String source,
      Spots spots,
      Type wanted,
      Scope scope,
      boolean inText,
      Consumer<Problem> problems) {
    var wrong = new AtomicBoolean();
    Consumer<Problem> tell =
        problem -> {
          wrong.set(true);
          problems.accept(problem);
        };
    var checked = check(source, spots, scope, tell);
    if (checked.isEmpty()) {
      return new Read(CelExpression.Plan.NONE, List.of());
    }
    var judge = new Judge(checked.get(), spots, tell);
    judge.literals();
    judge.type(wanted);
    var links = judge.links(inText);
    if (wrong.get()) {
      return new Read(CelExpression.Plan.NONE, links);
    }
    var planner = new Planner(checked.get(), functions, spots);
    var node = planner.plan();
    return new Read(
        new CelExpression.Plan(
            Optional.of(node), planner.slots(), planner.reads(), checked.get().getResultType()),
        links);
  }

  private Optional<CelAbstractSyntaxTree> check(
      String source, Spots spots, Scope scope, Consumer<Problem> problems) {
    if (source.isBlank()) {
      problems.accept(
          Problem.error(
              Problem.Code.EXPRESSION_SYNTAX,
              spots.start(),
              "An expression was expected here, and there is none.",
              "Write one, like `count + 1`."));
      return Optional.empty();
    }
    if (source.length() > LONGEST_EXPRESSION) {
      problems.accept(
          Problem.error(
              Problem.Code.LIMIT,
              spots.start(),
              "The expression has %d characters; %d are allowed."
                  .formatted(source.length(), LONGEST_EXPRESSION),
              "Set parts of it as variables before."));
      return Optional.empty();
    }
    var asked = new Asked(source, scope);
    synchronized (answered) {
      var known = answered.get(asked);
      if (known != null) {
        return Optional.of(known);
      }
    }
    var checked = checkAnew(source, spots, scope, problems);
    synchronized (answered) {
      checked.ifPresent(right -> answered.put(asked, right));
    }
    return checked;
  }

  private Optional<CelAbstractSyntaxTree> checkAnew(
      String source, Spots spots, Scope scope, Consumer<Problem> problems) {
    var checker = checker(scope);
    var wording = new Wording(checker.names(), functions, spots);
    try {
      var parsed = checker.compiler().parse(source).getAst();
      var structs = Judge.structs(parsed.getExpr(), parsed.getSource(), spots);
      if (!structs.isEmpty()) {
        structs.forEach(problems);
        return Optional.empty();
      }
      var numbers = Literals.asDoubles(parsed.getExpr());
      var result =
          checker.compiler().check(CelAbstractSyntaxTree.newParsedAst(numbers, parsed.getSource()));
      if (!result.hasError()) {
        return Optional.of(result.getAst());
      }
      errors(result.getErrors()).forEach(issue -> problems.accept(wording.type(issue, numbers)));
    } catch (CelValidationException unreadable) {
      errors(unreadable.getErrors()).forEach(issue -> problems.accept(wording.syntax(issue)));
    }
    return Optional.empty();
  }

  private static List<CelIssue> errors(List<CelIssue> issues) {
    return issues.stream()
        .filter(issue -> issue.getSeverity() == CelIssue.Severity.ERROR)
        .limit(20)
        .toList();
  }

  private static <K, V> Map<K, V> recent(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  private Checker checker(Scope scope) {
    synchronized (checkers) {
      return checkers.computeIfAbsent(scope, this::make);
    }
  }

  private Checker make(Scope scope) {
    var names = Names.of(scope);
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(names.structs())
            .addFunctionDeclarations(functions.declarations());
    names.types().forEach(builder::addVar);
    return new Checker(builder.build(), names);
  }
}
