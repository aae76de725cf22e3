package dev.wayfare.flow.page;

/// Text of a bounded length, counted as people count characters.
final class Lines {
  private Lines() {}

  static Answer read(String text, int shortest, int longest) {
    if (text.isEmpty()) {
      return Answer.NOTHING;
    }
    var length = text.codePointCount(0, text.length());
    if (length > longest) {
      return Answer.wrong(PageTexts.longest(longest));
    }
    return length < shortest ? Answer.wrong(PageTexts.shortest(shortest)) : Answer.given(text);
  }
}
