package dev.wayfare.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/// The person on the journey. A field not known is empty; `phone` is E.164, `timeZone` an IANA
/// name.
public record Contact(
    String phone,
    String email,
    String firstName,
    String lastName,
    String fullName,
    String timeZone) {
  public static final Contact UNKNOWN = new Contact("", "", "", "", "", "");

  public static Contact byPhone(String phone) {
    return new Contact(phone, "", "", "", "", "");
  }

  /// As expressions see it.
  public Map<String, Object> asValue() {
    var value = new LinkedHashMap<String, Object>();
    value.put("phone", phone);
    value.put("email", email);
    value.put("first_name", firstName);
    value.put("last_name", lastName);
    value.put("name", fullName);
    value.put("time_zone", timeZone);
    return value;
  }
}
