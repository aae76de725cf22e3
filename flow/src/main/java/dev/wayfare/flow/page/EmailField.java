package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.shape.Fields;
import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An email address. View: attribute `autocomplete` (`email`).
public record EmailField(Question question) implements Asked {
  private static final Pattern LOCAL =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@\"(),:;<>\\[\\]\\\\.]+(\\.[^\\s\\p{Cntrl}@\"(),:;<>\\[\\]\\\\.]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  static final ControlType TYPE =
      new ControlType(
          "email",
          ControlType.ASKING,
          "Asks for an email address.",
          "{type: email, id: email, label: \"Email address\"}",
          EmailField::new);

  EmailField(Fields in, Setting setting) {
    this(Question.of(in, setting, Type.EMAIL, false));
  }

  @Override
  public Type type() {
    return Type.EMAIL;
  }

  @Override
  public Answer read(Spot spot) {
    var typed = spot.typed();
    return typed.isEmpty()
        ? Answer.NOTHING
        : address(typed).map(Answer::given).orElseGet(() -> Answer.wrong(PageTexts.EMAIL));
  }

  /// The address with its domain in lower-case ASCII; the part before the @ is the owner's to
  /// spell.
  private static Optional<String> address(String typed) {
    var at = typed.lastIndexOf('@');
    if (at < 1 || at > 64 || typed.length() > 254) {
      return Optional.empty();
    }
    var local = typed.substring(0, at);
    var domain = domain(typed.substring(at + 1));
    var address = local + "@" + domain;
    return LOCAL.matcher(local).matches()
            && DOMAIN.matcher(domain).matches()
            && address.length() <= 254
        ? Optional.of(address)
        : Optional.empty();
  }

  private static String domain(String typed) {
    try {
      return IDN.toASCII(typed).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked("email", question, Map.of("autocomplete", "email"));
  }
}
