package dev.wayfare.flow.json;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.Theme;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Variable;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.DocumentFields;
import dev.wayfare.flow.shape.DocumentFields.Form;
import dev.wayfare.flow.shape.Fields;
import dev.wayfare.flow.shape.Variants;
import dev.wayfare.flow.step.Step;
import dev.wayfare.flow.step.StepType;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sections of an app document, in canonical order. Like a step, it only asks for its fields:
/// so the same calls read a document and describe it.
final class AppReader {
  static final double FORMAT = 1;
  private static final int MOST_FLOWS = 200;
  private static final int MOST_STEPS = 2_000;
  private static final Form SLUG =
      new Form("[a-z][a-z0-9-]{0,62}", 63, "lower-case letters, digits and -, a letter first");

  private final List<StepType> stepTypes;

  AppReader(List<StepType> stepTypes) {
    this.stepTypes = stepTypes;
  }

  App read(DocumentFields in, Tree.Branch document, List<Reference> references) {
    in.constant("wayfare", FORMAT, "The number of the document's format.");
    var name = in.matching("name", SLUG, "The app's name in addresses and commands.");
    var title = in.word("title", name, "What people call the app.");
    in.word("note", "", "A remark about the whole app. It changes nothing.");
    var variables =
        in.entries("variables", "type", Variables::declared, "What every journey remembers.");
    var profileValues =
        in.entries(
            "profile_values",
            "type",
            Variables::needed,
            "Values each profile sets in Settings, read as `profile.x`.");
    var knowing =
        in.knowing(Variables.types(variables), Variables.types(profileValues))
            .knowingInputs(Variables.inputs(document));
    var triggers = knowing.entries("triggers", Triggers.VARIANTS, "What starts a journey.");
    refuseSecond(in, triggers, Trigger.Texted.class, "texts");
    refuseSecond(in, triggers, Trigger.Called.class, "calls");
    refuseSamePath(in, triggers);
    var flows =
        knowing.entries(
            "flows", flow -> flow(flow.asFlow(), variables, profileValues), "The flows by name.");
    if (flows.size() > MOST_FLOWS) {
      in.problem(
          Code.LIMIT,
          "flows",
          "An app has at most 200 flows, found " + flows.size() + ".",
          "Split the app into several.");
    }
    var answers =
        knowing.section(
            "answers",
            AppReader::answers,
            "What the app says on a channel when something failed and nobody caught it.");
    var records =
        in.entries("records", Records::type, "The kinds of record this app stores, by name.");
    var voice =
        in.section("voice", AppReader::voice, "Who speaks on calls, where a step says no other.");
    var zone =
        in.word(
            "time_zone",
            "UTC",
            "The time zone of moments that have no other, as in Europe/Berlin.");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      in.problem(
          Code.FIELD_WRONG,
          "time_zone",
          "`" + zone + "` is not a time zone.",
          "Write an IANA name like Europe/Berlin or America/New_York.");
    }
    var hours =
        in.entries("hours", TimeFields::hours, "Opening hours, by names that steps can give.");
    var theme = knowing.section("theme", Themes::read, "How customers' pages look.");
    in.open("canvas", "Positions in the studio. No hash, check or comparison looks at them.");
    return new App(
        name,
        title,
        variables,
        profileValues,
        triggers,
        flows,
        records,
        answers.orElse(Map.of()),
        voice.orElse(Verb.Voice.USUAL),
        zone,
        hours,
        theme.orElse(Theme.PLAIN),
        document,
        List.copyOf(references));
  }

  private static void refuseSecond(
      DocumentFields in,
      Map<String, Trigger> triggers,
      Class<? extends Trigger> kind,
      String what) {
    var same = triggers.values().stream().filter(kind::isInstance).toList();
    if (same.size() > 1) {
      in.problem(
          Code.NAME_TAKEN,
          "triggers",
          "`"
              + same.get(0).name()
              + "` and `"
              + same.get(1).name()
              + "` both answer incoming "
              + what
              + ".",
          "Keep one of them and let its flow branch.");
    }
  }

  private static void refuseSamePath(DocumentFields in, Map<String, Trigger> triggers) {
    var first = new LinkedHashMap<String, String>();
    var forms = new LinkedHashMap<String, Trigger.Requested>();
    triggers
        .values()
        .forEach(
            trigger -> {
              if (trigger instanceof Trigger.Requested api) {
                sameNames(in, forms.putIfAbsent(api.path().likeness(), api), api);
                var like = api.method() + " " + api.path().likeness();
                var other = first.putIfAbsent(like, api.name());
                if (other != null) {
                  in.problem(
                      Code.NAME_TAKEN,
                      "triggers",
                      "`%s` and `%s` both answer %s %s."
                          .formatted(other, api.name(), api.method(), api.path()),
                      "Give one of them another path or method.");
                }
              }
            });
  }

  /// One path has one way of naming its parameters, so that the app's description has it once.
  private static void sameNames(
      DocumentFields in, Trigger.@Nullable Requested other, Trigger.Requested api) {
    if (other != null && !other.path().text().equals(api.path().text())) {
      in.problem(
          Code.NAME_TAKEN,
          "triggers",
          "`%s` and `%s` name the parameters of the same path differently: %s and %s."
              .formatted(other.name(), api.name(), other.path(), api.path()),
          "Name them alike.");
    }
  }

  private Flow flow(
      DocumentFields in, Map<String, Variable> appVariables, Map<String, Variable> profileValues) {
    var channel =
        in.choice(
            "channel",
            Channel.class,
            Channel.NONE,
            "Where the flow meets the person; left out, it is a data flow.");
    var start = in.entrance("start", "The step where the flow begins.");
    var inputs =
        in.entries("inputs", "type", Variables::needed, "What whoever runs this flow gives it.");
    var declared =
        in.entries("variables", "type", Variables::declared, "What lives only while it runs.");
    var own = new LinkedHashMap<>(inputs);
    declared.forEach((name, variable) -> addOnce(in, own, name, variable));
    var steps = steps(channel);
    in.setBy("steps", steps)
        .forEach(
            (name, type) -> {
              if (!own.containsKey(name) && !appVariables.containsKey(name)) {
                own.put(name, new Variable(name, type, Optional.empty(), false, ""));
              }
            });
    var names = Variables.types(appVariables);
    names.putAll(Variables.types(own));
    var read =
        in.knowing(names, Variables.types(profileValues))
            .steps("steps", steps, "The steps by their ids.");
    if (read.size() > MOST_STEPS) {
      in.problem(
          Code.LIMIT,
          "steps",
          "A flow has at most 2,000 steps, found " + read.size() + ".",
          "Move some of them into a flow of their own and `run` it.");
    }
    return new Flow(in.key(), channel, start, inputs, Map.copyOf(own), read);
  }

  private static void addOnce(
      DocumentFields in, Map<String, Variable> own, String name, Variable variable) {
    if (own.putIfAbsent(name, variable) != null) {
      in.problem(
          Code.NAME_TAKEN,
          "variables",
          "`" + name + "` is an input and a variable of this flow.",
          "Rename one of them.");
    }
  }

  /// The step types, each of which says so when it stands in a flow whose channel it cannot do.
  private Variants<Step> steps(Channel channel) {
    var readers = new LinkedHashMap<String, Function<Fields, ? extends Step>>();
    var docs = new LinkedHashMap<String, String>();
    for (var type : stepTypes) {
      docs.put(type.word(), type.doc());
      readers.put(
          type.word(),
          in -> {
            if (!type.channels().contains(channel)) {
              refuseChannel(in, type, channel);
            }
            return type.reader().apply(in);
          });
    }
    return new Variants<>("step", Code.STEP_TYPE_UNKNOWN, readers, docs);
  }

  private static void refuseChannel(Fields in, StepType type, Channel channel) {
    var able = type.channels().stream().map(Channel::word).sorted().toList();
    in.problem(
        Code.STEP_WRONG_CHANNEL,
        "type",
        "A step of type `%s` cannot stand in a flow of channel %s."
            .formatted(type.word(), channel.word()),
        "It can in flows of channel " + String.join(", ", able) + ".");
  }

  private static Verb.Voice voice(DocumentFields in) {
    return new Verb.Voice(
        in.word("name", "", "The carrier's name of the voice; left out, the carrier chooses."),
        in.word("language", Verb.Voice.USUAL.language(), "The language, as in en-US."));
  }

  private static Map<Channel, Template> answers(DocumentFields in) {
    var answers = new EnumMap<Channel, Template>(Channel.class);
    in.maybeTemplate("text", "The text that is sent.")
        .ifPresent(answer -> answers.put(Channel.TEXT, answer));
    in.maybeTemplate("voice", "What the caller hears before the call ends.")
        .ifPresent(answer -> answers.put(Channel.VOICE, answer));
    in.maybeTemplate("web", "The sentence on the page.")
        .ifPresent(answer -> answers.put(Channel.WEB, answer));
    return Map.copyOf(answers);
  }

  /// The declared variables of a section.
  private static final class Variables {
    /// Names the expression language has for itself or that always mean something.
    private static final List<String> TAKEN =
        List.of(
            "contact",
            "profile",
            "event",
            "payload",
            "start",
            "journey",
            "channel",
            "now",
            "error",
            "link",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    static Variable declared(DocumentFields in) {
      return read(in, false);
    }

    static Variable needed(DocumentFields in) {
      return read(in, true);
    }

    private static Variable read(DocumentFields in, boolean mayBeRequired) {
      if (TAKEN.contains(in.key())) {
        in.problem(
            Code.NAME_TAKEN,
            "",
            "`" + in.key() + "` already means something in every expression.",
            "Choose another name.");
      }
      var type = in.choice("type", Type.class, "What it holds.");
      var required =
          mayBeRequired && in.flag("required", false, "It must be given; it has no default.");
      var initial = in.maybeValue("default", type, "What it holds before anything set it.");
      var note = in.word("note", "", "A remark for builders. It changes nothing.");
      return new Variable(in.key(), type, initial, required, note);
    }

    /// The types of every flow's inputs, as far as they are written rightly: known before the flows
    /// are read, for they may run one another in any order.
    static Map<String, Map<String, Type>> inputs(Tree.Branch document) {
      var inputs = new LinkedHashMap<String, Map<String, Type>>();
      fields(document, "flows")
          .forEach(
              (flow, tree) -> {
                var types = new LinkedHashMap<String, Type>();
                fields(tree, "inputs")
                    .forEach((name, input) -> type(input).ifPresent(it -> types.put(name, it)));
                inputs.put(flow, types);
              });
      return inputs;
    }

    private static Map<String, Tree> fields(Tree tree, String field) {
      return tree instanceof Tree.Branch(var fields, _)
              && fields.get(field) instanceof Tree.Branch(var inner, _)
          ? inner
          : Map.of();
    }

    private static Optional<Type> type(Tree input) {
      var word =
          input instanceof Tree.Branch(var fields, var place)
              ? fields.getOrDefault("type", new Tree.Leaf("", place))
              : input;
      return Stream.of(Type.values())
          .filter(type -> word instanceof Tree.Leaf(String text, _) && type.word().equals(text))
          .findFirst();
    }

    static Map<String, Type> types(Map<String, Variable> variables) {
      var types = new LinkedHashMap<String, Type>();
      variables.forEach((name, variable) -> types.put(name, variable.type()));
      return types;
    }
  }
}
