package dev.wayfare.flow.json;

import dev.wayfare.flow.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Requests to the world outside as JSON text, while they wait to be made. Whoever stores one must
/// seal it: there may be secrets in it.
public final class RequestCodec {
  private final ValueCodec values = new ValueCodec();

  public String write(Request request) {
    return values.writeValue(
        switch (request) {
          case Request.Http http -> http(http);
          case Request.Email email -> email(email);
          case Request.Media(var url, var images) ->
              Map.of("is", "media", "url", url, "images", images);
          case Request.File(var kind, var file, var side, var life) ->
              Map.of(
                  "is",
                  "file",
                  "kind",
                  word(kind),
                  "file",
                  file,
                  "side",
                  (double) side,
                  "life",
                  life.toString());
          case Request.Insert(var type, var stored) ->
              Map.of("is", "insert", "type", type, "values", stored);
          case Request.Upsert(var type, var by, var stored) ->
              Map.of("is", "upsert", "type", type, "by", by, "values", stored);
          case Request.Update(var type, var where, var stored) ->
              Map.of("is", "update", "type", type, "where", filters(where), "values", stored);
          case Request.Delete(var type, var where) ->
              Map.of("is", "delete", "type", type, "where", filters(where));
          case Request.Query(var type, var where, var order, var limit, var skip) ->
              Map.of(
                  "is",
                  "query",
                  "type",
                  type,
                  "where",
                  filters(where),
                  "order",
                  order.stream().map(RequestCodec::order).toList(),
                  "limit",
                  (double) limit,
                  "skip",
                  (double) skip);
        });
  }

  public Request read(String text) {
    if (!(values.readValue(text) instanceof Map<?, ?> parts)) {
      throw new IllegalArgumentException("a request is an object");
    }
    var in = new Parts(parts);
    return switch (in.text("is")) {
      case "http" -> readHttp(in);
      case "email" -> readEmail(in);
      case "media" -> new Request.Media(in.text("url"), in.truth("images"));
      case "file" ->
          new Request.File(
              kind(Request.File.Work.class, in.text("kind")),
              in.map("file"),
              in.count("side"),
              Duration.parse(in.text("life")));
      case "insert" -> new Request.Insert(in.text("type"), in.map("values"));
      case "upsert" -> new Request.Upsert(in.text("type"), in.texts("by"), in.map("values"));
      case "update" -> new Request.Update(in.text("type"), readFilters(in), in.map("values"));
      case "delete" -> new Request.Delete(in.text("type"), readFilters(in));
      case "query" ->
          new Request.Query(
              in.text("type"),
              readFilters(in),
              in.parts("order").stream()
                  .map(it -> new Request.Order(it.text("field"), it.truth("descending")))
                  .toList(),
              in.count("limit"),
              in.count("skip"));
      default -> throw new IllegalArgumentException("no request is a " + in.text("is"));
    };
  }

  private static Map<String, Object> http(Request.Http http) {
    var parts = new LinkedHashMap<String, Object>();
    parts.put("is", "http");
    parts.put("connection", http.connection());
    parts.put("method", http.method());
    parts.put("path", http.path());
    parts.put("query", http.query());
    parts.put("headers", http.headers());
    http.body().ifPresent(body -> parts.put("as", word(body.kind())));
    http.body().ifPresent(body -> parts.put("body", body.value()));
    parts.put("limit", http.limit().toString());
    return parts;
  }

  private static Request.Http readHttp(Parts in) {
    return new Request.Http(
        in.text("connection"),
        in.text("method"),
        in.text("path"),
        in.textMap("query"),
        in.textMap("headers"),
        in.has("as")
            ? Optional.of(
                new Request.Body(kind(Request.Body.Kind.class, in.text("as")), in.value("body")))
            : Optional.empty(),
        Duration.parse(in.text("limit")));
  }

  private static Map<String, Object> email(Request.Email email) {
    var parts = new LinkedHashMap<String, Object>();
    parts.put("is", "email");
    parts.put("slot", email.slot());
    parts.put("to", email.to());
    parts.put("cc", email.cc());
    parts.put("reply_to", email.replyTo());
    parts.put("subject", email.subject());
    parts.put("text", email.text());
    parts.put("html", email.html());
    parts.put("attachments", email.attachments());
    return parts;
  }

  private static Request.Email readEmail(Parts in) {
    return new Request.Email(
        in.text("slot"),
        in.texts("to"),
        in.texts("cc"),
        in.text("reply_to"),
        in.text("subject"),
        in.text("text"),
        in.text("html"),
        in.parts("attachments").stream().map(Parts::all).toList());
  }

  private static List<Map<String, Object>> filters(List<Request.Filter> where) {
    return where.stream()
        .map(
            it ->
                Map.of("field", it.field(), "compare", word(it.comparison()), "value", it.value()))
        .toList();
  }

  private static List<Request.Filter> readFilters(Parts in) {
    return in.parts("where").stream()
        .map(
            it ->
                new Request.Filter(
                    it.text("field"),
                    kind(Request.Comparison.class, it.text("compare")),
                    it.value("value")))
        .toList();
  }

  private static Map<String, Object> order(Request.Order order) {
    return Map.of("field", order.field(), "descending", order.descending());
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E kind(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  /// The named parts of something that was written here.
  private record Parts(Map<?, ?> of) {
    boolean has(String name) {
      return of.containsKey(name);
    }

    Object value(String name) {
      var value = of.get(name);
      if (value == null) {
        throw new IllegalArgumentException("a request lacks its " + name);
      }
      return value;
    }

    String text(String name) {
      return (String) value(name);
    }

    boolean truth(String name) {
      return (Boolean) value(name);
    }

    int count(String name) {
      return (int) (double) (Double) value(name);
    }

    List<String> texts(String name) {
      return ((List<?>) value(name)).stream().map(String.class::cast).toList();
    }

    List<Parts> parts(String name) {
      return ((List<?>) value(name)).stream().map(it -> new Parts((Map<?, ?>) it)).toList();
    }

    Map<String, Object> map(String name) {
      return new Parts((Map<?, ?>) value(name)).all();
    }

    Map<String, Object> all() {
      var map = new LinkedHashMap<String, Object>();
      of.forEach((name, value) -> map.put((String) name, value));
      return map;
    }

    Map<String, String> textMap(String name) {
      var map = new LinkedHashMap<String, String>();
      map(name).forEach((key, value) -> map.put(key, (String) value));
      return map;
    }
  }
}
