package dev.wayfare.flow.json;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.expression.Language;
import dev.wayfare.flow.expression.Listening;
import dev.wayfare.flow.shape.Canonical;
import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.shape.Findings;
import dev.wayfare.flow.shape.ReadingFields;
import dev.wayfare.flow.step.StepType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Documents by the YAML parser, which reads JSON too, and by our own writers, which are stable to
/// the byte.
public final class YamlDocuments implements Documents {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.<Problem>comparingInt(problem -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());

  private final Language language;
  private final AppReader reader;
  private final DocumentShape shape;

  public YamlDocuments(Language language, List<StepType> stepTypes) {
    this.language = language;
    this.reader = new AppReader(List.copyOf(stepTypes));
    this.shape =
        DocumentShape.of(in -> reader.read(in, new Tree.Branch(Map.of(), in.place()), List.of()));
  }

  @Override
  public DocumentShape shape() {
    return shape;
  }

  @Override
  public Reading read(String source) {
    var parsed = TreeParser.parse(source);
    var problems = new ArrayList<>(parsed.problems());
    var app = parsed.tree().flatMap(tree -> app(tree, problems));
    if (parsed.tree().isEmpty() && problems.isEmpty()) {
      problems.add(notAnApp(Place.ROOT));
    }
    return new Reading(app, problems.stream().distinct().sorted(BY_PLACE).toList());
  }

  private Optional<App> app(Tree tree, List<Problem> problems) {
    if (!(tree instanceof Tree.Branch document)) {
      problems.add(notAnApp(tree.place()));
      return Optional.empty();
    }
    var format = document.fields().get("wayfare");
    if (!(format instanceof Tree.Leaf(Double number, _)) || number != AppReader.FORMAT) {
      problems.add(unknownFormat(document, Optional.ofNullable(format)));
      if (format instanceof Tree.Leaf(Double _, _)) {
        return Optional.empty();
      }
    }
    var findings = new Findings(language);
    var app =
        ReadingFields.read(
            withFormat(document), findings, in -> reader.read(in, document, List.of()));
    problems.addAll(findings.problems());
    return Optional.of(withReferences(app, findings));
  }

  @Override
  public Optional<InPlace> phrase(Tree.Branch document, String path, String source) {
    var with = Graft.onto(document, path, source);
    var listening = new Listening(language, path);
    var app =
        ReadingFields.read(
            withFormat(with), new Findings(listening), in -> reader.read(in, with, List.of()));
    return listening.heard().map(phrase -> new InPlace(phrase, app));
  }

  /// A missing or odd format number has been told already: read on as if it were ours.
  private static Tree.Branch withFormat(Tree.Branch document) {
    var fields = new LinkedHashMap<>(document.fields());
    fields.put("wayfare", new Tree.Leaf(AppReader.FORMAT, document.place()));
    return new Tree.Branch(fields, document.place());
  }

  private static App withReferences(App app, Findings findings) {
    return new App(
        app.name(),
        app.title(),
        app.variables(),
        app.profileValues(),
        app.triggers(),
        app.flows(),
        app.recordTypes(),
        app.troubleAnswers(),
        app.voice(),
        app.timeZone(),
        app.hours(),
        app.theme(),
        app.document(),
        List.copyOf(findings.references()));
  }

  private static Problem notAnApp(Place place) {
    return Problem.error(
        Code.FORMAT_UNKNOWN,
        place,
        "An app document is an object, and this is none.",
        "Begin with `wayfare: 1` and `name:`.");
  }

  private static Problem unknownFormat(Tree.Branch document, Optional<Tree> format) {
    return Problem.error(
        Code.FORMAT_UNKNOWN,
        format.map(Tree::place).orElse(document.place().in("wayfare")),
        format.isEmpty()
            ? "The document does not say its format."
            : "This server reads format 1, and the document says another.",
        format.isEmpty()
            ? "Add `wayfare: 1` as the first line."
            : "Write `wayfare: 1`, or use a newer server.");
  }

  /// Reads any source as a tree, without asking what it means.
  @Override
  public Optional<Tree.Branch> tree(String source) {
    return TreeParser.parse(source)
        .tree()
        .flatMap(
            tree -> tree instanceof Tree.Branch branch ? Optional.of(branch) : Optional.empty());
  }

  @Override
  public String json(Tree.Branch document) {
    return JsonText.indented(Canonical.toRead(shape, document));
  }

  @Override
  public String yaml(Tree.Branch document) {
    return YamlText.write(Canonical.toRead(shape, document));
  }

  @Override
  public String hash(Tree.Branch document) {
    var content = JsonText.compact(Canonical.toHash(shape, document));
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }

  @Override
  public String schema() {
    return JsonText.indented(new SchemaWriter(shape).schema());
  }
}
