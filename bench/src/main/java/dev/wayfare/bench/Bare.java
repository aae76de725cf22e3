package dev.wayfare.bench;

import dev.wayfare.db.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The bare server in a process of its own.
final class Bare {
  private static final String PATH = "/text";
  private static final String TOKEN = "bare-0123456789abcdef0123456789";

  private Bare() {}

  static Served start(List<String> program, RowSizes sizes, Scratch scratch)
      throws IOException, InterruptedException {
    var port = Ports.free();
    var command = new ArrayList<>(program);
    command.addAll(List.of(Integer.toString(port), PATH, TOKEN));
    command.add(Integer.toString(sizes.state().length()));
    command.add(Integer.toString(sizes.entries().length()));
    var server = scratch.start("bare server", command, "ready"::equals);
    var database = scratch.database();
    server.tell("%s\n%s\n%s\n".formatted(database.jdbc(), database.user(), database.password()));
    server.awaitReady();
    return new Served("bare server", Hook.at(port, PATH, TOKEN), server, scratch.postmaster());
  }
}
