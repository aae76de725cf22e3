package dev.wayfare.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request that cannot be answered as asked; becomes an RFC 9457 problem at the edge.
public final class ProblemException extends RuntimeException {

  private final int status;
  private final String code;
  private final String title;
  private final String detail;
  private final List<Mistake> errors;
  private final Map<String, String> headers;

  private ProblemException(
      int status,
      String code,
      String title,
      String detail,
      List<Mistake> errors,
      Map<String, String> headers) {
    super(code + ": " + detail, null, false, false);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.headers = headers;
  }

  public static ProblemException of(int status, String code, String title, String detail) {
    return new ProblemException(status, code, title, detail, List.of(), Map.of());
  }

  /// 404: `what` is a noun of the glossary with its article's place left out, such as `app`.
  public static ProblemException notFound(String what, Object name) {
    return of(
        404,
        "not_found",
        "There is no such " + what,
        "No %s \"%s\" was found in this organization.".formatted(what, name));
  }

  /// 409: what the caller saw is no longer so.
  public static ProblemException conflict(String code, String title, String detail) {
    return of(409, code, title, detail);
  }

  /// 422: everything that is wrong with the request, at once.
  public static ProblemException unprocessable(List<Mistake> errors) {
    var detail =
        errors.size() == 1
            ? errors.getFirst().message()
            : "%d things in the request are not as expected.".formatted(errors.size());
    return of(422, "request_invalid", "The request cannot be used", detail).withErrors(errors);
  }

  static ProblemException peopleOnly() {
    return of(
        403,
        "people_only",
        "Only a person can do this",
        "This needs a person who is signed in; a token cannot do it, whatever its scopes.");
  }

  public ProblemException withErrors(List<Mistake> errors) {
    return new ProblemException(status, code, title, detail, errors, headers);
  }

  public ProblemException withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ProblemException(status, code, title, detail, errors, more);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  public List<Mistake> errors() {
    return errors;
  }

  Map<String, String> headers() {
    return headers;
  }

  ProblemBody body() {
    return new ProblemBody("urn:wayfare:problem:" + code, title, status, detail, code, errors);
  }
}
