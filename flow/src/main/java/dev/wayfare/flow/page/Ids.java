package dev.wayfare.flow.page;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.shape.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of controls: lower-case, and each once on a page (and once in the items of a list).
final class Ids {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private Ids() {}

  static void check(Fields in, String id) {
    if (!id.isEmpty() && !NAME.matcher(id).matches()) {
      in.problem(
          Problem.Code.NAME_WRONG,
          "id",
          "\"" + id + "\" is not a name.",
          "Use lower-case letters, digits and _, beginning with a letter.");
    }
  }

  static void unique(Fields in, List<Control> controls) {
    unique(in, controls, new HashSet<>());
  }

  private static void unique(Fields in, List<Control> controls, Set<String> taken) {
    for (var control : controls) {
      if (!control.id().isEmpty() && !taken.add(control.id())) {
        in.problem(
            Problem.Code.NAME_TAKEN,
            "controls",
            "Two controls have the id \"" + control.id() + "\".",
            "Give one of them another id.");
      }
      if (control instanceof Group group) {
        unique(in, group.controls(), taken);
      }
    }
  }
}
