package dev.wayfare.flow.json;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Tree;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML 1.2, and so JSON, to a [Tree] with the place of everything.
///
/// Works on the parser's events, not on its nodes: so no depth of nesting can exhaust the stack,
/// and what the format does not have (anchors, tags) is seen before anything is made of it.
final class TreeParser {
  static final int MOST_CHARACTERS = 2_000_000;
  static final int MOST_DEPTH = 64;
  static final int MOST_NODES = 50_000;
  private static final int MOST_KEY = 200;

  /// What came of it; nothing where the source has no tree at all.
  record Parsed(Optional<Tree> tree, List<Problem> problems) {}

  private final String source;
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<Nest> open = new ArrayDeque<>();
  private @Nullable Tree root;
  private @Nullable SourceLines lines;
  private int nodes;

  private TreeParser(String source) {
    this.source = source;
  }

  static Parsed parse(String source) {
    return new TreeParser(source).parse();
  }

  private Parsed parse() {
    try {
      if (source.length() > MOST_CHARACTERS) {
        throw new Refusal(limit(Place.ROOT, "2 MB", "Split the app or shorten its texts."));
      }
      var settings =
          LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS + 1).setLabel("app").build();
      new Parse(settings).parseReader(new PairedReader(Reader.of(source))).forEach(this::hear);
    } catch (Refusal refusal) {
      problems.add(refusal.problem);
      root = null;
    } catch (YamlEngineException notYaml) {
      problems.add(syntax(notYaml));
      root = null;
    }
    return new Parsed(Optional.ofNullable(root), List.copyOf(problems));
  }

  private void hear(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> refuseSecond(event);
      case MappingStart -> begin((CollectionStartEvent) event, true);
      case SequenceStart -> begin((CollectionStartEvent) event, false);
      case MappingEnd, SequenceEnd -> end();
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
    }
  }

  private void refuseSecond(Event event) {
    if (root != null) {
      throw new Refusal(
          problem(Code.SYNTAX, at(event, ""), "A second document begins here.", "Keep only one."));
    }
  }

  private void begin(CollectionStartEvent event, boolean named) {
    count(event);
    refuseExtras(event, event.getTag());
    var parent = open.peek();
    if (parent != null && parent.awaitsKey()) {
      throw new Refusal(
          problem(
              Code.SYNTAX,
              at(event, parent.place.path()),
              "A list or object cannot be a key.",
              "Use a text as the key, or put the braces of a `{{ }}` text in quotes."));
    }
    if (open.size() >= MOST_DEPTH) {
      throw new Refusal(
          limit(at(event, pathHere()), MOST_DEPTH + " levels of nesting", "Nest less deeply."));
    }
    var place =
        parent == null || parent.keyPlace == null
            ? at(event, pathHere())
            : new Place(pathHere(), parent.keyPlace.line(), parent.keyPlace.column());
    open.push(new Nest(named, place));
  }

  private void end() {
    keep(open.pop().tree());
  }

  private void scalar(ScalarEvent event) {
    count(event);
    refuseExtras(event, event.getTag());
    var parent = open.peek();
    if (parent != null && parent.awaitsKey()) {
      key(parent, event);
      return;
    }
    var place = contentOf(event);
    var value = event.isPlain() ? Scalars.value(event.getValue()) : event.getValue();
    if (value instanceof Double number && !Double.isFinite(number)) {
      problems.add(
          problem(
              Code.SYNTAX,
              place,
              "A number must be finite.",
              "Put it in quotes if it is meant as a text."));
      value = 0d;
    }
    if (value instanceof Double number && Scalars.losesDigits(event.getValue(), number)) {
      problems.add(
          problem(
              Code.SYNTAX,
              place,
              "This number has more digits than a number can keep.",
              "Put it in quotes to make it a text."));
    }
    keep(new Tree.Leaf(value, place));
  }

  private void key(Nest parent, ScalarEvent event) {
    var key = event.getValue();
    var place = at(event, parent.place.in(key).path());
    if (key.length() > MOST_KEY) {
      throw new Refusal(
          limit(at(event, parent.place.path()), MOST_KEY + " characters of a key", "Shorten it."));
    }
    if (event.isPlain() && key.equals("<<")) {
      problems.add(
          problem(
              Code.SYNTAX,
              place,
              "Merge keys (`<<`) are not part of the format.",
              "Write the fields out here."));
    } else if (parent.fields.containsKey(key)) {
      problems.add(
          problem(
              Code.NAME_TAKEN, place, "`" + key + "` stands here twice.", "Rename or remove one."));
    }
    parent.key = key;
    parent.keyPlace = place;
  }

  private void alias(AliasEvent event) {
    count(event);
    problems.add(
        problem(
            Code.SYNTAX,
            at(event, pathHere()),
            "Aliases (`*name`) are not part of the format.",
            "Write the value out here, or put a text that begins with * in quotes."));
    var parent = open.peek();
    if (parent != null && parent.awaitsKey()) {
      parent.key = "*";
      parent.keyPlace = at(event, pathHere());
    } else {
      keep(new Tree.Leaf(null, at(event, pathHere())));
    }
  }

  private void keep(Tree tree) {
    var parent = open.peek();
    if (parent == null) {
      root = tree;
    } else {
      parent.add(tree);
    }
  }

  private void count(Event event) {
    nodes++;
    if (nodes > MOST_NODES) {
      throw new Refusal(
          limit(at(event, pathHere()), "50,000 values", "Split the app into several."));
    }
  }

  private void refuseExtras(NodeEvent event, Optional<String> tag) {
    if (event.getAnchor().isPresent()) {
      problems.add(
          problem(
              Code.SYNTAX,
              at(event, pathHere()),
              "Anchors (`&name`) are not part of the format.",
              "Remove it, or put a text that begins with & in quotes."));
    }
    if (tag.isPresent()) {
      problems.add(
          problem(
              Code.SYNTAX,
              at(event, pathHere()),
              "Tags (`!name`) are not part of the format.",
              "Remove it, or put a text that begins with ! in quotes."));
    }
  }

  // places

  private String pathHere() {
    var parent = open.peek();
    return parent == null ? "" : parent.pathOfNext();
  }

  private static Place at(Event event, String path) {
    return event
        .getStartMark()
        .map(mark -> new Place(path, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new Place(path, 0, 0));
  }

  /// Where the text itself begins: behind the quote, or on the first line of a block.
  private Place contentOf(ScalarEvent event) {
    var start = at(event, pathHere());
    var style = event.getScalarStyle();
    if (style == ScalarStyle.DOUBLE_QUOTED || style == ScalarStyle.SINGLE_QUOTED) {
      return new Place(start.path(), start.line(), start.column() + 1);
    }
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      return lines().contentAfter(start);
    }
    return start;
  }

  private SourceLines lines() {
    if (lines == null) {
      lines = new SourceLines(source);
    }
    return lines;
  }

  // problems

  private static Problem problem(Code code, Place place, String text, String wayOut) {
    return Problem.error(code, place, text, wayOut);
  }

  private static Problem limit(Place place, String limit, String wayOut) {
    return problem(Code.LIMIT, place, "The document is over the limit of " + limit + ".", wayOut);
  }

  private Problem syntax(YamlEngineException fault) {
    var place =
        switch (fault) {
          case MarkedYamlEngineException marked ->
              marked
                  .getProblemMark()
                  .map(mark -> new Place(pathHere(), mark.getLine() + 1, mark.getColumn() + 1))
                  .orElse(Place.ROOT);
          case ReaderException unreadable -> lines().at(unreadable.getPosition());
          default -> Place.ROOT;
        };
    var said =
        switch (fault) {
          case MarkedYamlEngineException marked -> sentence(marked);
          case ReaderException unreadable ->
              "the character U+%04X is not allowed in a file".formatted(unreadable.getCodePoint());
          default -> fault.getMessage();
        };
    return problem(
        Code.SYNTAX,
        place,
        "This is not YAML or JSON: " + said + ".",
        "Often quotes are missing around a text with `: `, ` #`, `{` or a line end in it.");
  }

  private static String sentence(MarkedYamlEngineException fault) {
    var context = fault.getContext() == null ? "" : fault.getContext() + ", ";
    return (context + fault.getProblem()).strip().replaceAll("\\s+", " ");
  }

  /// Ends the parsing at once.
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    Refusal(Problem problem) {
      super(problem.text(), null, false, false);
      this.problem = problem;
    }
  }
}
