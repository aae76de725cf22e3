package dev.wayfare.flow;

import java.util.Map;

/// A failure inside a journey, as `catch` steps and the trail see it. `code` is the builder's own
/// (from `raise`) or one of ours in capitals; `flow` and `step` say where.
public record Trouble(String code, String message, String flow, String step) {
  public static final String EXPRESSION = "EXPRESSION";
  public static final String BUDGET = "BUDGET";
  public static final String TOO_LARGE = "TOO_LARGE";
  public static final String STEP_GONE = "STEP_GONE";
  public static final String FLOW_GONE = "FLOW_GONE";
  public static final String NO_PHONE = "NO_PHONE";
  public static final String NO_EMAIL = "NO_EMAIL";
  public static final String CALL_FAILED = "CALL_FAILED";
  public static final String ANSWER_WRONG = "ANSWER_WRONG";

  /// As expressions see it, under the name `error`.
  public Map<String, Object> asValue() {
    return Values.object("code", code, "message", message, "flow", flow, "step", step);
  }
}
