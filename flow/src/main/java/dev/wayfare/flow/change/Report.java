package dev.wayfare.flow.change;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.change.Moving.Code;
import dev.wayfare.flow.change.Moving.Note;
import dev.wayfare.flow.change.Moving.Reason;
import dev.wayfare.flow.change.Moving.What;
import java.util.ArrayList;
import java.util.List;

/// What a move gathers on its way.
final class Report {
  private final List<Note> notes = new ArrayList<>();
  private final List<Reason> refused = new ArrayList<>();
  private final List<Reason> later = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  void note(What what, Channel line, Place place, String text) {
    notes.add(new Note(what, line, place, text));
  }

  void refuse(Code code, Place place, String text) {
    refused.add(new Reason(code, place, text));
  }

  void refuse(List<Reason> reasons) {
    refused.addAll(reasons);
  }

  void later(Code code, Place place, String text) {
    later.add(new Reason(code, place, text));
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  List<Note> notes() {
    return notes;
  }

  List<Reason> refused() {
    return refused;
  }

  List<Reason> later() {
    return later;
  }

  List<Effect> effects() {
    return effects;
  }
}
