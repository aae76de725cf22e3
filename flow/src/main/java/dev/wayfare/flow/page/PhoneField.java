package dev.wayfare.flow.page;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Optional;

/// A phone number, kept as E.164. View: attribute `autocomplete` (`tel`).
///
/// A number that could exist is taken, whether or not the tables know its range: ranges are handed
/// out faster than tables are.
public record PhoneField(Question question, String region) implements Asked {
  /// With its + and country code; anything shorter is a service, not a person.
  private static final int SHORTEST = 8;

  static final ControlType TYPE =
      new ControlType(
          "phone",
          ControlType.ASKING,
          "Asks for a phone number.",
          "{type: phone, id: phone, label: \"Mobile number\", region: US}",
          PhoneField::new);

  PhoneField(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.PHONE, false),
        in.word("region", "US", "The country of numbers without a country code (ISO 3166)."));
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
      in.problem(
          Problem.Code.FIELD_WRONG,
          "region",
          "\"" + region + "\" is not a country.",
          "Use two capital letters, like US or DE.");
    }
  }

  @Override
  public Type type() {
    return Type.PHONE;
  }

  @Override
  public Answer read(Spot spot) {
    var typed = spot.typed();
    return typed.isEmpty()
        ? Answer.NOTHING
        : e164(typed).map(Answer::given).orElseGet(() -> Answer.wrong(PageTexts.phone(example())));
  }

  private Optional<String> e164(String typed) {
    var phones = PhoneNumberUtil.getInstance();
    try {
      var number = phones.parse(typed, region);
      return phones.isPossibleNumber(number) && !number.hasExtension()
          ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
              .filter(whole -> whole.length() >= SHORTEST)
          : Optional.empty();
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  private String example() {
    var phones = PhoneNumberUtil.getInstance();
    var example = phones.getExampleNumber(region);
    return example == null
        ? "+1 201-555-0123"
        : phones.format(example, PhoneNumberFormat.INTERNATIONAL);
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked("phone", question, Map.of("autocomplete", "tel"));
  }
}
