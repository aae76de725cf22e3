package dev.wayfare.flow.json;

/// Which characters may stand in a file as they are.
final class Characters {
  private Characters() {}

  /// Whether the character at this index is printable for every parser of JSON and YAML.
  static boolean plain(String text, int index) {
    var character = text.charAt(index);
    if (Character.isHighSurrogate(character)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(character)) {
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    return character >= ' '
        && (character < 0x7f || character >= 0xa0)
        && character != 0x2028
        && character != 0x2029
        && character != 0xfeff
        && character < 0xfffe;
  }

  static boolean allPlain(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (!plain(text, i)) {
        return false;
      }
    }
    return true;
  }
}
