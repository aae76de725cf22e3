package dev.wayfare.alert;

import dev.wayfare.channel.PublicUrl;

/// Where the studio shows what an alert is about: the journey at the turn that was seen last.
record Links(PublicUrl url) {
  String to(Alert alert) {
    var what = alert.what();
    if (!what.link().isEmpty()) {
      return url.at(what.link());
    }
    var app = what.app().isEmpty() ? "/" : "/apps/" + what.app();
    return alert
        .last()
        .journey()
        .map(it -> url.at("%s/journeys/%s#turn-%d".formatted(app, it, alert.last().turn())))
        .orElseGet(() -> url.at(app));
  }

  String home() {
    return url.at("/");
  }
}
