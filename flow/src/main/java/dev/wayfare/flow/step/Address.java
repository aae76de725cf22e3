package dev.wayfare.flow.step;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Email addresses and phone numbers as people write them.
final class Address {
  /// Pragmatic: what nearly every mail server takes; the only full check is a mail that arrives.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,63}");

  private static final Pattern E164 = Pattern.compile("\\+[0-9]{7,15}");

  private Address() {}

  /// Whether a value is a phone number as carriers take it.
  static boolean isE164(String number) {
    return E164.matcher(number).matches();
  }

  static Optional<String> email(String body) {
    var text = body.strip();
    if (text.length() > 254 || !EMAIL.matcher(text).matches() || text.contains("..")) {
      return Optional.empty();
    }
    var at = text.lastIndexOf('@');
    return Optional.of(text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT));
  }

  /// E.164. A number without a country is taken to be of the country of `near`.
  static Optional<String> phone(String body, String near) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var region =
          near.isEmpty() ? "ZZ" : numbers.getRegionCodeForNumber(numbers.parse(near, "ZZ"));
      var number = numbers.parse(body, region == null ? "ZZ" : region);
      return numbers.isPossibleNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }
}
