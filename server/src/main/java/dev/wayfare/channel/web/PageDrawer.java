package dev.wayfare.channel.web;

import dev.wayfare.flow.Theme;

/// Draws what a journey link would show, for whoever looks at a page without having its journey.
public final class PageDrawer {
  private final Pages pages;

  PageDrawer(Pages pages) {
    this.pages = pages;
  }

  /// The whole document, as a customer gets it.
  public String html(Seen seen) {
    return page(seen).html();
  }

  private Out.Page page(Seen seen) {
    return switch (seen) {
      case Seen.Shows(var page, var revision) -> pages.page(page, "", revision);
      case Seen.NothingHere(var revision, var theme) -> pages.nothingHere(theme, "", revision);
      case Seen.Ended ended -> pages.ended(ended);
      case Seen.Erred erred -> pages.erred(erred);
      case Seen.Expired expired -> pages.expired(expired);
      case Seen.Unpublished(var theme) -> pages.own("unpublished", theme, "");
      case Seen.Paused(var message, _, var theme) -> pages.paused(theme, message);
      case Seen.Unknown() -> pages.own("unknown", Theme.PLAIN, "");
    };
  }
}
