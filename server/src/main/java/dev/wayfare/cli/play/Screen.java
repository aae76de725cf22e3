package dev.wayfare.cli.play;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.page.PageView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a conversation is shown: as words for a person, or as JSON for a program.
interface Screen {
  /// A list of countries is long and the same everywhere.
  int MOST_OPTIONS = 12;

  /// How many of a long list are shown.
  int FEW_OPTIONS = 3;

  /// Before the next line is read.
  void prompt();

  /// What was typed.
  void heard(String line);

  void said(Journey journey, Effect effect);

  void page(PageView page);

  /// What a text can be answered with, by the option's name.
  void choices(Map<String, List<String>> choices);

  void note(String words);

  void notUnderstood(String words);

  /// The values that the journey keeps, by name.
  void values(Map<String, Object> values);

  /// Everything that came of the line was shown.
  void done(Journey journey);

  default void turn(Turn turn) {
    turn.effects().forEach(effect -> said(turn.journey(), effect));
  }

  default void page(Optional<PageView> page) {
    page.ifPresent(this::page);
  }
}
