package dev.wayfare.channel.web;

/// What every page has around its content. `journey` is the page's address where it can be
/// followed live, else empty; `style` is CSS of ours alone.
public record Sheet(
    String title,
    String brand,
    String logo,
    String style,
    String script,
    String light,
    String dark,
    Words words,
    String journey,
    long revision) {

  public String styleElement() {
    return "<style>" + style + "</style>";
  }

  public String documentTitle() {
    return brand.isBlank() || brand.equals(title) ? title : title + " · " + brand;
  }
}
