package dev.wayfare.record;

import dev.wayfare.flow.RecordType;
import dev.wayfare.record.RecordChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Two shapes of one shelf side by side, with what a survey of its records found, in words.
final class Comparing {
  private final String type;
  private final Shape before;
  private final Shape after;
  private final Survey survey;
  private final List<RecordChange> told = new ArrayList<>();

  private Comparing(String type, Shape before, Shape after, Survey survey) {
    this.type = type;
    this.before = before;
    this.after = after;
    this.survey = survey;
  }

  static List<RecordChange> of(
      String type, UUID deployment, Shape before, Shape after, Survey survey) {
    var comparing = new Comparing(type, before, after, survey);
    comparing.fields();
    comparing.rules();
    comparing.indexes();
    comparing.others(deployment);
    return List.copyOf(comparing.told);
  }

  private void tell(Kind kind, String field, long records, boolean refused, String text) {
    told.add(new RecordChange(type, kind, field, records, refused, text));
  }

  private void fields() {
    var old = before.fields();
    for (var field : after.fields().values()) {
      var name = field.name();
      var was = old.get(name);
      var kept = before.types().get(name);
      if (kept == null) {
        tell(
            Kind.FIELD_ADDED,
            name,
            survey.filled(name),
            false,
            "`%s` is added%s."
                .formatted(name, field.initial().isPresent() ? ", with its default" : ", empty"));
      } else if (was == null) {
        tell(
            Kind.FIELD_BACK,
            name,
            0,
            false,
            "`%s` is declared again, with the values it had.".formatted(name));
      }
      if (kept != null && kept != field.type()) {
        retyped(name, kept.word(), field);
      }
      required(field, was != null && was.required());
      if (was != null && was.required() && !field.required()) {
        tell(Kind.FIELD_OPTIONAL, name, 0, false, "`%s` may be empty.".formatted(name));
      }
    }
    for (var name : old.keySet()) {
      if (!after.fields().containsKey(name)) {
        tell(
            Kind.FIELD_REMOVED,
            name,
            0,
            false,
            "`%s` is no longer declared; its values are kept.".formatted(name));
      }
    }
  }

  private void retyped(String name, String was, RecordType.Field field) {
    var unfit = survey.unfit(name);
    var change = "`%s` becomes %s, was %s".formatted(name, field.type().word(), was);
    if (unfit > 0) {
      tell(
          Kind.FIELD_RETYPED,
          name,
          unfit,
          true,
          "%s; %d values cannot be converted, %d can."
              .formatted(change, unfit, survey.converted(name)));
    } else {
      var converted = survey.converted(name);
      tell(
          Kind.FIELD_RETYPED,
          name,
          converted,
          false,
          "%s; %d values are converted.".formatted(change, converted));
    }
  }

  private void required(RecordType.Field field, boolean was) {
    if (!field.required() || was) {
      return;
    }
    var lacking = survey.lacking(field.name());
    if (lacking > 0) {
      tell(
          Kind.FIELD_REQUIRED,
          field.name(),
          lacking,
          true,
          "`%s` is required now, and %d records have nothing in it."
              .formatted(field.name(), lacking));
    } else if (before.types().containsKey(field.name())) {
      tell(
          Kind.FIELD_REQUIRED,
          field.name(),
          survey.filled(field.name()),
          false,
          "`%s` is required now.".formatted(field.name()));
    }
  }

  private void rules() {
    for (var rule : after.rules()) {
      var alike = survey.alike(rule);
      if (!rule.isEmpty() && (alike > 0 || !before.rules().contains(rule))) {
        tell(
            Kind.RULE_ADDED,
            rule.getFirst(),
            alike,
            alike > 0,
            alike > 0
                ? "%s is to be unique, and %d records are alike in it."
                    .formatted(names(rule), alike)
                : "%s is unique now.".formatted(names(rule)));
      }
      overlong(Kind.RULE_ADDED, rule);
    }
    for (var rule : before.rules()) {
      if (!rule.isEmpty() && !after.rules().contains(rule)) {
        tell(
            Kind.RULE_REMOVED,
            rule.getFirst(),
            0,
            false,
            "%s is no longer unique.".formatted(names(rule)));
      }
    }
  }

  private void indexes() {
    for (var index : after.indexes()) {
      if (!index.isEmpty() && !before.indexes().contains(index)) {
        tell(
            Kind.INDEX_ADDED,
            index.getFirst(),
            survey.seen(),
            false,
            "%s gets an index.".formatted(names(index)));
      }
      overlong(Kind.INDEX_ADDED, index);
    }
    for (var index : before.indexes()) {
      if (!index.isEmpty() && !after.indexes().contains(index)) {
        tell(
            Kind.INDEX_REMOVED,
            index.getFirst(),
            0,
            false,
            "%s loses its index.".formatted(names(index)));
      }
    }
    if (after.overfull()) {
      tell(
          Kind.TOO_MANY,
          "",
          0,
          true,
          "All apps that share `%s` together have more than %d unique rules or %d indexes."
              .formatted(type, RecordType.MOST_RULES, RecordType.MOST_INDEXES));
    }
  }

  private void overlong(Kind kind, List<String> names) {
    var count = survey.overlong(names);
    if (count > 0) {
      tell(
          kind,
          names.getFirst(),
          count,
          true,
          "%d records hold more than 2,000 bytes in %s; an index or rule takes no more."
              .formatted(count, names(names)));
    }
  }

  /// What another app says of a shared record.
  private void others(UUID deployment) {
    var mine = after.declared().get(deployment);
    if (mine == null) {
      return;
    }
    after
        .declared()
        .forEach(
            (by, other) -> {
              if (!by.equals(deployment)) {
                other.fields().values().stream()
                    .filter(field -> mine.fields().containsKey(field.name()))
                    .filter(field -> mine.fields().get(field.name()).type() != field.type())
                    .forEach(
                        field ->
                            tell(
                                Kind.SHARED_OTHERWISE,
                                field.name(),
                                0,
                                true,
                                "Another app that shares `%s` declares `%s` as %s."
                                    .formatted(type, field.name(), field.type().word())));
              }
            });
  }

  private static String names(List<String> fields) {
    return fields.stream().map(it -> "`" + it + "`").collect(Collectors.joining(" with "));
  }
}
