package dev.wayfare.flow.step;

import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Optional;
import java.util.Set;

/// Keeps who the contact is. Fields left out stay as they are.
public record Identify(
    Optional<Expression> phone,
    Optional<Expression> email,
    Optional<Expression> firstName,
    Optional<Expression> lastName,
    Optional<Expression> name,
    Optional<Expression> timeZone,
    Exit next)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "identify",
          StepType.EVERYWHERE,
          Set.of(),
          "Keeps who the contact is. Fields left out stay as they are.",
          """
          channel: web
          start: who
          steps:
            who:
              type: page
              title: "Your name"
              controls:
                - {type: text_field, id: first, label: "First name", into: first}
              next: keep
            keep: {type: identify, first_name: first}
          """,
          Identify::new);

  Identify(Fields in) {
    this(
        in.maybeExpression("phone", Type.PHONE, "Their phone number in E.164 (`+15550100`)."),
        in.maybeExpression("email", Type.EMAIL, "Their email address."),
        in.maybeExpression("first_name", Type.TEXT, "Their first name."),
        in.maybeExpression("last_name", Type.TEXT, "Their last name."),
        in.maybeExpression("name", Type.TEXT, "Their full name; made of the two where left out."),
        in.maybeExpression("time_zone", Type.TEXT, "Their time zone (`Europe/Berlin`)."),
        in.exit("next", "Where to go on."));
  }

  @Override
  public Move run(Scene scene) {
    var known = scene.contact();
    var first = given(scene, firstName, known.firstName());
    var last = given(scene, lastName, known.lastName());
    var full = name.isPresent() || !(firstName.isPresent() || lastName.isPresent());
    scene.identify(
        new Contact(
            given(scene, phone, known.phone()),
            given(scene, email, known.email()),
            first,
            last,
            full ? given(scene, name, known.fullName()) : (first + " " + last).strip(),
            given(scene, timeZone, known.timeZone())));
    return Move.through(next);
  }

  private static String given(Scene scene, Optional<Expression> expression, String otherwise) {
    return expression.map(value -> Values.show(scene.value(value))).orElse(otherwise);
  }
}
