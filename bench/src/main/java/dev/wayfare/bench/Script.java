package dev.wayfare.bench;

import java.util.ArrayList;
import java.util.List;

/// One conversation from its first text to its last: what the phone says and what must come back,
/// to the letter. Every tenth sends a wrong email first.
record Script(String phone, List<Line> lines) {
  private static final long FIRST_NUMBER = 12_000_000_000L;
  private static final int WRONG_EVERY = 10;

  /// One turn.
  record Line(String says, String expects) {}

  /// The conversation of this number; no two numbers share a phone.
  static Script of(long number) {
    var name = "Ann" + number;
    var email = "ann" + number + "@example.com";
    var wants = number % 2 == 0 ? "yes" : "no";
    var lines = new ArrayList<Line>();
    lines.add(new Line("hi", Words.NAME));
    lines.add(new Line(name, Words.news(name)));
    lines.add(new Line(wants, Words.EMAIL));
    if (number % WRONG_EVERY == WRONG_EVERY - 1) {
      lines.add(new Line("not-an-address", Words.WRONG));
    }
    lines.add(new Line(email, Words.summary(name, wants, email)));
    return new Script("+" + (FIRST_NUMBER + number), lines);
  }

  /// What the app says, as in `turn-bench.yaml`; the bare server says the same.
  static final class Words {
    static final String NAME = "Hello! What is your name?";
    static final String EMAIL = "What is your email address?";
    static final String WRONG = "That is no email address. Please try again.";

    private Words() {}

    static String news(String name) {
      return "Good to meet you, " + name + ". Would you like our news? Yes or no?";
    }

    static String summary(String name, String wants, String email) {
      return "Thank you, " + name + ". News: " + wants + ". We write to " + email + ".";
    }
  }
}
