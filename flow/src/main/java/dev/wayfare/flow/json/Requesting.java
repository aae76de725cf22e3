package dev.wayfare.flow.json;

import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Trigger.Auth;
import dev.wayfare.flow.Trigger.By;
import dev.wayfare.flow.Trigger.Found;
import dev.wayfare.flow.Trigger.Method;
import dev.wayfare.flow.Trigger.Missing;
import dev.wayfare.flow.Trigger.Who;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Composed;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.request.PathForm;
import dev.wayfare.flow.request.PayloadSchema;
import dev.wayfare.flow.shape.DocumentFields.Form;
import dev.wayfare.flow.shape.Fields;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a trigger of programs is read.
final class Requesting {
  private static final Form METHOD =
      new Form(
          "GET|POST|PUT|PATCH|DELETE|get|post|put|patch|delete",
          6,
          "one of GET, POST, PUT, PATCH, DELETE");
  private static final Form PATH = new Form("/.*", 200, "a path like /orders/{order}/delayed");

  /// Headers that say how the answer travels; they are the server's.
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "date",
          "keep-alive",
          "set-cookie",
          "strict-transport-security",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private Requesting() {}

  static Trigger read(Fields written) {
    var in = written.seeing(Map.of("parameters", Type.OBJECT, "item", Type.ANY));
    var method = method(in.matching("method", METHOD, "The method programs call it by."));
    var path = path(in);
    var auth =
        in.choice(
            "auth",
            Auth.class,
            Auth.TOKEN,
            "Who may call: everybody, a token of this app, or a token of one of `groups`.");
    var groups = groups(in, auth);
    var payload = payload(in, method);
    var check =
        in.maybeExpression("check", Type.BOOLEAN, "What must hold of `payload` and `parameters`.");
    var otherwise = in.maybeTemplate("otherwise", "What the program is told when it does not.");
    var each =
        in.maybeExpression(
            "each", Type.LIST, "A list; each `item` gets a journey of its own, 1,000 at most.");
    var match = in.maybe("match", Requesting::match, "How the open journey it is about is found.");
    var found =
        in.choice("found", Found.class, Found.CONTINUE, "What it does when that journey is open.");
    var missing =
        in.choice("missing", Missing.class, Missing.START, "What it does when there is none.");
    var contact =
        in.maybe("contact", Requesting::contact, "Who a new journey is with.").orElse(Map.of());
    var flow = in.starts("flow", "The flow it runs: of channel text or web, or a data flow.");
    var with = in.inputs("flow", "with", "The inputs of the flow.");
    var reply = in.maybe("reply", Requesting::reply, "What is answered after the turn.");
    reply
        .filter(it -> each.isPresent() && (it.redirect().isPresent() || !it.headers().isEmpty()))
        .ifPresent(
            _ ->
                in.problem(
                    Code.FIELD_WRONG,
                    "reply",
                    "A request about several journeys has one answer, with no redirect or headers of one.",
                    "Put what belongs to an item into `body`."));
    return new Trigger.Requested(
        in.key(),
        flow,
        method,
        path,
        auth,
        groups,
        payload,
        check,
        otherwise,
        each,
        match.flatMap(it -> it),
        found,
        missing,
        contact,
        with,
        reply);
  }

  private static Method method(String word) {
    return word.isEmpty() ? Method.POST : Method.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static PathForm path(Fields in) {
    var text =
        in.matching("path", PATH, "The path under the app's own address; `{name}` is a parameter.");
    if (text.isEmpty()) {
      return PathForm.NONE;
    }
    return switch (PathForm.read(text)) {
      case PathForm.Good(var path) -> path;
      case PathForm.Wrong(var why) -> {
        in.problem(
            Code.FIELD_WRONG,
            "path",
            "This is no path of a trigger. " + why,
            "Write one like /orders/{order}/delayed.");
        yield PathForm.NONE;
      }
    };
  }

  private static List<String> groups(Fields in, Auth auth) {
    var groups = in.words("groups", "The groups of tokens that may, where `auth` is `group`.");
    if (auth == Auth.GROUP && groups.isEmpty()) {
      in.problem(
          Code.FIELD_MISSING,
          "groups",
          "Nobody may call this trigger: it names no group of tokens.",
          "Add `groups: [partners]`, and give tokens the scope group:partners.");
    }
    for (var group : groups) {
      if (!group.matches("[a-z][a-z0-9_-]{0,62}")) {
        in.problem(
            Code.NAME_WRONG,
            "groups",
            "`" + group + "` cannot be the name of a group.",
            "Use lower-case letters, digits, _ and -, beginning with a letter.");
      }
    }
    return groups;
  }

  private static Optional<PayloadSchema> payload(Fields in, Method method) {
    var tree = in.maybeTree("payload", "The JSON Schema of the request's body.");
    if (tree.isPresent() && !method.hasBody()) {
      in.problem(
          Code.FIELD_WRONG,
          "payload",
          "A " + method + " request has no body to hold against a schema.",
          "Take `parameters` of the path and query, or another method.");
    }
    return tree.map(
        written ->
            PayloadSchema.read(
                written,
                (place, text, wayOut) -> in.problem(Code.FIELD_WRONG, place, text, wayOut)));
  }

  private static Optional<Trigger.Match> match(Fields in) {
    var given = new EnumMap<By, Expression>(By.class);
    expression(in, By.CONTACT_PHONE, "By the contact's phone number.", given);
    expression(in, By.CONTACT_EMAIL, "By the contact's email address.", given);
    expression(in, By.JOURNEY_LINK, "By the journey's link.", given);
    if (given.size() != 1) {
      in.problem(
          given.isEmpty() ? Code.FIELD_MISSING : Code.FIELD_WRONG,
          "",
          "A journey is found by one thing, and "
              + (given.isEmpty() ? "none is" : "several are")
              + " named.",
          "Keep one of contact_phone, contact_email and journey_link.");
    }
    return given.entrySet().stream()
        .findFirst()
        .map(only -> new Trigger.Match(only.getKey(), only.getValue()));
  }

  private static <E extends Enum<E>> void expression(
      Fields in, E word, String doc, Map<E, Expression> given) {
    in.maybeExpression(word.name().toLowerCase(Locale.ROOT), Type.ANY, doc)
        .ifPresent(expression -> given.put(word, expression));
  }

  private static Map<Who, Expression> contact(Fields in) {
    var given = new EnumMap<Who, Expression>(Who.class);
    expression(in, Who.PHONE, "The phone number, as +15550100123.", given);
    expression(in, Who.EMAIL, "The email address.", given);
    expression(in, Who.FIRST_NAME, "The first name.", given);
    expression(in, Who.LAST_NAME, "The last name.", given);
    expression(in, Who.NAME, "The whole name.", given);
    expression(in, Who.TIME_ZONE, "The time zone, as Europe/Berlin.", given);
    return Collections.unmodifiableMap(given);
  }

  private static Trigger.Reply reply(Fields in) {
    return new Trigger.Reply(
        in.count(
            "status", 200, 200, 599, "The status; a redirect has 303 unless this is another 3xx."),
        headers(in),
        in.maybeComposed("body", "The body as JSON, with `{{ }}` in any text of it."),
        in.maybeTemplate("redirect", "Where the caller is sent, as `{{ journey.link }}`."));
  }

  private static Map<String, Template> headers(Fields in) {
    var headers = new LinkedHashMap<String, Template>();
    switch (in.maybeComposed("headers", "Headers by name, each a text.").orElse(null)) {
      case null -> {}
      case Composed.Fields(var fields) ->
          fields.forEach(
              (name, value) -> {
                if (value instanceof Composed.Text(var template) && fits(name)) {
                  headers.put(name, template);
                } else {
                  in.problem(
                      Code.FIELD_WRONG,
                      "headers",
                      "`" + name + "` is no header a reply can have, or its value is no text.",
                      "Use letters, digits and -, and leave the server's own headers alone.");
                }
              });
      case Composed.Items _, Composed.Text _, Composed.Constant _ ->
          in.problem(
              Code.FIELD_WRONG,
              "headers",
              "Headers are texts by name.",
              "Write headers: {X-Order: \"{{ parameters.order }}\"}.");
    }
    return Collections.unmodifiableMap(headers);
  }

  private static boolean fits(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9-]{0,63}")
        && !OURS.contains(name.toLowerCase(Locale.ROOT));
  }
}
