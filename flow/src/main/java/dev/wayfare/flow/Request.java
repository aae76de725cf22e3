package dev.wayfare.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a step asks of the world outside the engine, and waits for. Values are plain (see [Type]).
public sealed interface Request {

  /// A call to an HTTP service, by the connection in this slot. `path` is under the connection's
  /// base address; its values are escaped already. The answer is `{status, headers, body}`: `body`
  /// is plain JSON where the service says it is JSON, else text.
  record Http(
      String connection,
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      Optional<Body> body,
      Duration limit)
      implements Request {}

  /// The body of a call: a plain value written as JSON or as a form, or a text as it is.
  record Body(Kind kind, Object value) {
    public enum Kind {
      JSON,
      FORM,
      TEXT
    }
  }

  /// An email from the address in this slot. `attachments` are values of type file. The answer is
  /// `{id}`, the message's id.
  record Email(
      String slot,
      List<String> to,
      List<String> cc,
      String replyTo,
      String subject,
      String text,
      String html,
      List<Map<String, Object>> attachments)
      implements Request {}

  /// A picture or file that came with a text, and where the carrier keeps it. The answer is a file
  /// of the journey, `{id, name, type, size}`; nothing but a picture where only `images` are taken.
  record Media(String url, boolean images) implements Request {}

  /// Work on a file of the journey. The answer of [Work#SHRINK] is the smaller file, of
  /// [Work#LINK] `{url}`, of [Work#DELETE] `{}`.
  record File(Work kind, Map<String, Object> file, int longestSide, Duration life)
      implements Request {
    public enum Work {
      SHRINK,
      LINK,
      DELETE
    }
  }

  /// Work on stored records. Unlike the others it happens inside the turn's own transaction.
  sealed interface Records extends Request {
    /// The record type's name in the app.
    String type();
  }

  /// Stores a new record. The answer is the record with its `id`.
  record Insert(String type, Map<String, Object> values) implements Records {}

  /// Stores a record, or changes the one that has the same values in `by`, fields under one unique
  /// rule. The answer is the record.
  record Upsert(String type, List<String> by, Map<String, Object> values) implements Records {}

  /// Changes all that match. The answer is `{count}`.
  record Update(String type, List<Filter> where, Map<String, Object> values) implements Records {}

  /// Deletes all that match. The answer is `{count}`.
  record Delete(String type, List<Filter> where) implements Records {}

  /// Finds. The answer is `{items, count, more}`: `count` of these items, `more` whether others
  /// follow.
  record Query(String type, List<Filter> where, List<Order> order, int limit, int skip)
      implements Records {}

  /// A condition on a field; all of a request's must hold.
  record Filter(String field, Comparison comparison, Object value) {}

  enum Comparison {
    IS,
    IS_NOT,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    IN,
    STARTS_WITH,
    CONTAINS,
    IS_EMPTY,
    IS_SET;

    /// Whether a field of this type can be compared so.
    public boolean fits(Type type) {
      return switch (this) {
        case IS, IS_NOT, IS_EMPTY, IS_SET -> true;
        case IN, LESS, AT_MOST, MORE, AT_LEAST -> RecordType.ordered(type);
        case STARTS_WITH -> RecordType.words(type);
        case CONTAINS -> RecordType.words(type) || type == Type.LIST;
      };
    }
  }

  record Order(String field, boolean descending) {}
}
