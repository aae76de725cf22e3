package dev.wayfare;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says which installation answers, so that `wayfare doctor` can tell whether the public address
/// leads to this server or to another one. Every process over one database says the same.
@RestController
final class WhichServer {
  static final String PATH = "/api/v1/server";

  private final ServerView view;

  WhichServer(String mark) {
    view = new ServerView("wayfare", mark);
  }

  /// @param installation the mark of its database; says nothing of what is in it
  record ServerView(String product, String installation) {}

  @GetMapping(PATH)
  ServerView server() {
    return view;
  }
}
