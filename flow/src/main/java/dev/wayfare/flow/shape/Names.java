package dev.wayfare.flow.shape;

import java.util.regex.Pattern;

/// What a name in a document looks like: variables, steps, flows, triggers, options.
public final class Names {
  /// As a regular expression, for the whole name.
  public static final String PATTERN = "[a-z][a-z0-9_]{0,62}";

  static final String RULE =
      "Use lower-case letters, digits and _, beginning with a letter, 63 at most.";
  private static final Pattern FORM = Pattern.compile(PATTERN);

  private Names() {}

  public static boolean fits(String name) {
    return FORM.matcher(name).matches();
  }
}
