package dev.wayfare.publish;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Severity;

/// Something the checks before a publish found: in the document or in the profile's settings.
public record Finding(String code, Severity severity, String place, String text, String wayOut) {

  /// What can be wrong outside the document. Stable for ever: codes are added, never renamed.
  enum Code {
    SLOT_UNBOUND,
    SLOT_NAME_TWICE,
    SLOT_WRONG_CAPABILITY,
    RESOURCE_GONE,
    RESOURCE_ELSEWHERE,
    RESOURCE_TWICE,
    RESOURCE_HELD,
    DOMAIN_UNVERIFIED,
    VALUE_MISSING,
    VALUE_WRONG,
    RECORDS_UNFIT,
    ACCOUNT_REFUSED,
    ACCOUNT_DOUBTFUL,
    NUMBER_NOT_IN_ACCOUNT,
    WIRING_REFUSED,
    WIRING_NOT_PUT_BACK,
    ENTRANCE_SILENT,
    LIVE_MOVED,
    PEOPLE_MAP_WRONG,
    JOURNEY_TOO_SHORT
  }

  static Finding of(Problem problem) {
    return new Finding(
        problem.code().name(),
        problem.severity(),
        problem.place().toString(),
        problem.text(),
        problem.wayOut());
  }

  static Finding error(Code code, String place, String text, String wayOut) {
    return new Finding(code.name(), Severity.ERROR, place, text, wayOut);
  }

  static Finding warning(Code code, String place, String text, String wayOut) {
    return new Finding(code.name(), Severity.WARNING, place, text, wayOut);
  }

  /// What may go live only with a reason.
  boolean wantsReason() {
    return severity == Severity.WARNING;
  }

  boolean blocks() {
    return severity == Severity.ERROR;
  }
}
