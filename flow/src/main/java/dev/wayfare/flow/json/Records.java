package dev.wayfare.flow.json;

import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.shape.DocumentFields;
import dev.wayfare.flow.shape.Fields;
import java.util.List;

/// How the kinds of record an app stores are read.
final class Records {
  private Records() {}

  static RecordType type(DocumentFields in) {
    return new RecordType(
        in.key(),
        in.flag(
            "shared", false, "Other apps of the same environment that declare it use the same."),
        in.entries("fields", "type", Records::field, "What a record holds, by name."),
        in.list("unique", Records::fields, "Rules: no two records have the same values in these."),
        in.list("indexes", Records::fields, "Fields that are often searched or ordered by."),
        in.word("note", "", "A remark for builders. It changes nothing."));
  }

  private static RecordType.Field field(DocumentFields in) {
    var type = in.choice("type", Type.class, "What it holds.");
    return new RecordType.Field(
        in.key(),
        type,
        in.flag("required", false, "It is never empty."),
        in.maybeValue("default", type, "What it holds when nothing is given."),
        in.word("note", "", "A remark for builders. It changes nothing."));
  }

  private static List<String> fields(Fields in) {
    return in.words("fields", "The fields.");
  }
}
