package dev.wayfare.publish;

import dev.wayfare.http.Mistake;
import java.util.List;
import java.util.Locale;

/// What the checks found, as the API tells it.
record FindingView(String code, String severity, String place, String text, String wayOut) {

  static List<FindingView> of(List<Finding> findings) {
    return findings.stream()
        .map(
            it ->
                new FindingView(
                    it.code(),
                    it.severity().name().toLowerCase(Locale.ROOT),
                    it.place(),
                    it.text(),
                    it.wayOut()))
        .toList();
  }

  /// What blocks, in the form of every other refusal.
  static List<Mistake> mistakes(List<Finding> findings) {
    return findings.stream().filter(Finding::blocks).map(FindingView::mistake).toList();
  }

  static Mistake mistake(Finding it) {
    return new Mistake(it.code(), it.place(), it.text(), it.wayOut());
  }
}
