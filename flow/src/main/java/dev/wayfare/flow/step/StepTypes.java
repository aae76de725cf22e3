package dev.wayfare.flow.step;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.shape.Fields;
import dev.wayfare.flow.shape.Variants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// The catalogue: every type of step, in the order in which screens and documents list them.
public final class StepTypes {
  private StepTypes() {}

  public static final List<StepType> ALL =
      List.of(
          Say.TYPE,
          Ask.TYPE,
          Menu.TYPE,
          PlaySound.TYPE,
          Transfer.TYPE,
          HangUp.TYPE,
          Page.TYPE,
          Assign.TYPE,
          Branch.TYPE,
          Each.TYPE,
          Run.TYPE,
          Enter.TYPE,
          Start.TYPE,
          Raise.TYPE,
          Catch.TYPE,
          Stop.TYPE,
          End.TYPE,
          Wait.TYPE,
          SetTimer.TYPE,
          CancelTimer.TYPE,
          Extend.TYPE,
          HttpCall.TYPE,
          Records.TYPE,
          FileWork.TYPE,
          Identify.TYPE,
          Email.TYPE,
          TextOnce.TYPE,
          Log.TYPE,
          Metric.TYPE);

  /// The type of a step.
  public static StepType of(Step step) {
    return switch (step) {
      case Ask _ -> Ask.TYPE;
      case Assign _ -> Assign.TYPE;
      case Branch _ -> Branch.TYPE;
      case CancelTimer _ -> CancelTimer.TYPE;
      case Catch _ -> Catch.TYPE;
      case Each _ -> Each.TYPE;
      case Email _ -> Email.TYPE;
      case End _ -> End.TYPE;
      case Enter _ -> Enter.TYPE;
      case Extend _ -> Extend.TYPE;
      case FileWork _ -> FileWork.TYPE;
      case HangUp _ -> HangUp.TYPE;
      case HttpCall _ -> HttpCall.TYPE;
      case Identify _ -> Identify.TYPE;
      case Log _ -> Log.TYPE;
      case Menu _ -> Menu.TYPE;
      case Metric _ -> Metric.TYPE;
      case Page _ -> Page.TYPE;
      case PlaySound _ -> PlaySound.TYPE;
      case Raise _ -> Raise.TYPE;
      case Records _ -> Records.TYPE;
      case Run _ -> Run.TYPE;
      case Say _ -> Say.TYPE;
      case SetTimer _ -> SetTimer.TYPE;
      case Start _ -> Start.TYPE;
      case Stop _ -> Stop.TYPE;
      case TextOnce _ -> TextOnce.TYPE;
      case Transfer _ -> Transfer.TYPE;
      case Wait _ -> Wait.TYPE;
    };
  }

  /// For readers: how each type is read, by its word.
  public static Variants<Step> variants(List<StepType> types) {
    var readers = new LinkedHashMap<String, Function<Fields, ? extends Step>>();
    types.forEach(type -> readers.put(type.word(), type.reader()));
    return new Variants<>("step", Problem.Code.STEP_TYPE_UNKNOWN, readers);
  }
}
