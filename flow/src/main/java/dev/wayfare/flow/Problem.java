package dev.wayfare.flow;

/// Something a builder should mend: what, how bad, where, in words, and the way out.
public record Problem(Code code, Severity severity, Place place, String text, String wayOut) {

  public static Problem error(Code code, Place place, String text, String wayOut) {
    return new Problem(code, Severity.ERROR, place, text, wayOut);
  }

  public static Problem warning(Code code, Place place, String text, String wayOut) {
    return new Problem(code, Severity.WARNING, place, text, wayOut);
  }

  public static Problem hint(Code code, Place place, String text, String wayOut) {
    return new Problem(code, Severity.HINT, place, text, wayOut);
  }

  /// Whether any of these blocks a publish.
  public static boolean anyError(Iterable<Problem> problems) {
    for (var problem : problems) {
      if (problem.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /// What can be wrong with a document. Stable for ever: codes are added, never renamed.
  public enum Code {
    SYNTAX("the file is not YAML or JSON"),
    FORMAT_UNKNOWN("`wayfare:` names a format this server does not know"),
    FIELD_MISSING("a required field is not there"),
    FIELD_UNKNOWN("a field that this place does not have"),
    FIELD_WRONG("a field whose value is of the wrong kind"),
    NAME_WRONG("a name that is not lower-case letters, digits and _"),
    NAME_TAKEN("one name for two things"),
    STEP_TYPE_UNKNOWN("a step type that does not exist"),
    STEP_WRONG_CHANNEL("a step type that the flow's channel cannot do"),
    CONTROL_TYPE_UNKNOWN("a control type that does not exist"),
    TARGET_MISSING("an exit leads to a step that does not exist"),
    FLOW_MISSING("a flow is named that does not exist"),
    FLOW_WRONG_CHANNEL("a flow of another channel is needed here"),
    HOURS_MISSING("opening hours are named that do not exist"),
    STEP_UNREACHABLE("no way leads to a step"),
    LOOP_WITHOUT_INPUT("steps that go round without ever waiting"),
    CALLS_ITSELF("a flow that runs itself without end"),
    EXPRESSION_SYNTAX("an expression that cannot be read"),
    EXPRESSION_TYPE("an expression of the wrong type"),
    NAME_UNKNOWN("an expression names something that does not exist"),
    VARIABLE_SHADOWED("a flow's variable hides one of the app"),
    VARIABLE_NEVER_SET("a variable is read and never set"),
    VARIABLE_UNUSED("a variable nobody reads"),
    VARIABLE_TYPE("an answer or result goes into a variable of another type"),
    OPTION_NEVER_MATCHES("an option that can never be chosen"),
    WORD_TAKEN("an answer by text that never reaches the app, as carriers take it for themselves"),
    INPUT_MISSING("a flow is run without an input it needs"),
    INPUT_UNKNOWN("a flow is given an input it does not have"),
    TEXT_LONG("a text that is sent as more than one SMS"),
    TRIGGER_MISSING("nothing can start a journey"),
    CHANNEL_UNANSWERED("an app without its own answer when something errs"),
    VALUE_WRONG("a value of the right kind that cannot stand there"),
    SSML_WRONG("speech markup that calls do not understand"),
    SECRET_NEEDED("a sensitive answer on a call goes into a variable that is no secret"),
    RECORD_UNKNOWN("a step names records that the app does not declare"),
    RECORD_FIELD_UNKNOWN("a field that records of this type do not have"),
    RECORD_FIELD_WRONG("a field of a record is given, compared or declared as it cannot be"),
    RECORD_FIELD_MISSING("a record is stored without a field that it needs"),
    RECORD_RULE_MISSING("an upsert goes by fields that are under no unique rule"),
    LIMIT("a value over a limit of the product");

    private final String meaning;

    Code(String meaning) {
      this.meaning = meaning;
    }

    /// One line for the generated list of codes.
    public String meaning() {
      return meaning;
    }
  }
}
