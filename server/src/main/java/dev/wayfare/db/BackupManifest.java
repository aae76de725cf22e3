package dev.wayfare.db;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a backup holds and how to tell that it is whole. Written as lines of words between tabs, so
/// that a person can read it too.
record BackupManifest(
    String schemaVersion, String server, List<Part> parts, List<Catalog.Sequence> sequences) {
  private static final int FORMAT = 1;
  static final String ENTRY = "manifest.txt";

  /// One table's rows, as `COPY` writes them.
  record Part(Catalog.Table table, long rows, String sha256) {
    String entry() {
      return "tables/" + table.name() + ".copy";
    }
  }

  long rows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  String text() {
    var lines = new ArrayList<String>();
    lines.add(line("wayfare-backup", FORMAT));
    lines.add(line("schema", schemaVersion));
    lines.add(line("server", server));
    for (var part : parts) {
      var columns = String.join("\t", part.table().columns());
      lines.add(line("table", part.table().name(), part.rows(), part.sha256(), columns));
    }
    for (var sequence : sequences) {
      lines.add(line("sequence", sequence.name(), sequence.next()));
    }
    lines.add("end");
    return String.join("\n", lines) + "\n";
  }

  static BackupManifest parse(String text) {
    var schema = "";
    var server = "";
    var parts = new ArrayList<Part>();
    var sequences = new ArrayList<Catalog.Sequence>();
    var lines = text.lines().map(line -> List.of(line.split("\t", -1))).toList();
    if (lines.size() < 2 || !lines.getLast().equals(List.of("end"))) {
      throw damaged("its list of contents ends early");
    }
    checkFormat(lines.getFirst());
    for (var words : lines.subList(1, lines.size() - 1)) {
      switch (words.getFirst()) {
        case "schema" -> schema = words.get(1);
        case "server" -> server = words.get(1);
        case "table" -> {
          var table = new Catalog.Table(words.get(1), words.subList(4, words.size()));
          parts.add(new Part(table, Long.parseLong(words.get(2)), words.get(3)));
        }
        case "sequence" ->
            sequences.add(new Catalog.Sequence(words.get(1), Long.parseLong(words.get(2))));
        default -> throw damaged("its list of contents has an unknown line");
      }
    }
    return new BackupManifest(schema, server, List.copyOf(parts), List.copyOf(sequences));
  }

  static DatabaseTrouble damaged(String found) {
    return new DatabaseTrouble(
        DatabaseTrouble.Code.BACKUP_DAMAGED,
        "This is not a whole backup of Wayfare: %s. Nothing was changed.".formatted(found));
  }

  private static void checkFormat(List<String> first) {
    if (!first.getFirst().equals("wayfare-backup") || first.size() != 2) {
      throw damaged("its list of contents begins with something else");
    }
    if (!first.get(1).equals(Integer.toString(FORMAT))) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.BACKUP_TOO_NEW,
          "The backup has format %s; this Wayfare reads format %d. Restore it with a newer Wayfare."
              .formatted(first.get(1), FORMAT));
    }
  }

  private static String line(Object... words) {
    return List.of(words).stream().map(Object::toString).collect(Collectors.joining("\t"));
  }
}
