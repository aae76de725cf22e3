package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A browser without script: it has a page before it, fills what the page shows and presses a
/// button of it. What was in the page's fields goes back with it, as a form does.
final class Visitor {
  private static final String BOUNDARY = "----a-boundary";
  private static final Pattern FIELD =
      Pattern.compile("<(input|textarea)\\b([^>]*)>(?:\\n?([^<]*)</textarea>)?");
  private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
  private static final Pattern SELECT =
      Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);

  private final TestWorld world;
  private final String address;
  private HttpResponse<String> shown;
  private final List<Part> parts = new ArrayList<>();

  private record Part(String name, String file, byte[] content) {}

  /// `url` is a starting link or a journey link.
  Visitor(TestWorld world, String url) {
    this.world = world;
    this.address = url.contains("/u/") ? url : world.visit(url);
    this.shown = world.get(address);
    read();
  }

  String address() {
    return address;
  }

  /// The page before them.
  String page() {
    return shown.body();
  }

  int status() {
    return shown.statusCode();
  }

  String title() {
    return match("<h1 id=\"title\"[^>]*>(.*?)</h1>");
  }

  /// Which of the page's showings this is.
  String token() {
    return match("data-token=\"([^\"]*)\"");
  }

  /// The sentence beside this control.
  String error(String control) {
    return match("(?s)id=\"c-" + Pattern.quote(control) + "-error\".*?<span>(.*?)</span>");
  }

  /// The summary of what is wrong, as the page tells it first.
  List<String> summary() {
    return Pattern.compile("<li><a href=\"(#[^\"]+)\">([^<]*)</a>")
        .matcher(page())
        .results()
        .map(found -> found.group(1) + " " + found.group(2))
        .toList();
  }

  /// What stands in the fields of this name.
  List<String> values(String name) {
    return parts.stream()
        .filter(part -> part.name.equals(name) && part.file.isEmpty())
        .map(part -> new String(part.content, UTF_8))
        .toList();
  }

  Visitor fills(String name, String value) {
    assertThat(page()).as("a field %s on %s", name, title()).contains("name=\"" + name + "\"");
    parts.removeIf(part -> part.name.equals(name));
    parts.add(new Part(name, "", value.getBytes(UTF_8)));
    return this;
  }

  Visitor attaches(String name, String file, byte[] content) {
    assertThat(page()).contains("type=\"file\"").contains("name=\"" + name + "\"");
    parts.add(new Part(name, file, content));
    return this;
  }

  /// Presses the button with this word or value; the page that comes then is before them.
  Visitor presses(String button) {
    assertThat(page()).as("a button %s on %s", button, title()).contains("value=\"" + button);
    parts.add(new Part("_button", "", button.getBytes(UTF_8)));
    shown = post();
    if (shown.statusCode() == 303) {
      shown = world.get(shown.headers().firstValue("Location").orElseThrow());
    }
    read();
    return this;
  }

  /// Sends the form as it stands once more, without looking at what came of the last time.
  HttpResponse<String> post() {
    return page().contains("enctype=\"multipart/form-data\"")
        ? world.sends(address, "multipart/form-data; boundary=" + BOUNDARY, multipart())
        : world.sends(address, "application/x-www-form-urlencoded", form());
  }

  Visitor reloads() {
    shown = world.get(address);
    read();
    return this;
  }

  private byte[] form() {
    return String.join(
            "&",
            parts.stream()
                .map(
                    part ->
                        URLEncoder.encode(part.name, UTF_8)
                            + "="
                            + URLEncoder.encode(new String(part.content, UTF_8), UTF_8))
                .toList())
        .getBytes(UTF_8);
  }

  private byte[] multipart() {
    var body = new ByteArrayOutputStream();
    for (var part : parts) {
      var file =
          part.file.isEmpty() ? "" : "; filename=\"" + part.file + "\"\r\nContent-Type: image/jpeg";
      body.writeBytes(
          ("--"
                  + BOUNDARY
                  + "\r\nContent-Disposition: form-data; name=\""
                  + part.name
                  + "\""
                  + file)
              .getBytes(UTF_8));
      body.writeBytes("\r\n\r\n".getBytes(UTF_8));
      body.writeBytes(part.content);
      body.writeBytes("\r\n".getBytes(UTF_8));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return body.toByteArray();
  }

  /// What the form would send if nobody touched it.
  private void read() {
    parts.clear();
    FIELD
        .matcher(page())
        .results()
        .forEach(
            found -> {
              var attributes = found.group(2);
              var type = attribute(attributes, "type");
              var picked = type.equals("radio") || type.equals("checkbox");
              if (!type.equals("file") && (!picked || attributes.contains(" checked"))) {
                var value =
                    found.group(1).equals("textarea")
                        ? String.valueOf(found.group(3))
                        : attribute(attributes, "value");
                parts.add(new Part(attribute(attributes, "name"), "", plain(value)));
              }
            });
    SELECT
        .matcher(page())
        .results()
        .forEach(
            select ->
                OPTION
                    .matcher(select.group(2))
                    .results()
                    .map(option -> option.group(1))
                    .filter(option -> option.contains(" selected"))
                    .forEach(
                        option ->
                            parts.add(
                                new Part(
                                    attribute(select.group(1), "name"),
                                    "",
                                    plain(attribute(option, "value"))))));
  }

  private static byte[] plain(String html) {
    return html.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .getBytes(UTF_8);
  }

  private static String attribute(String attributes, String name) {
    var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
    return found.find() ? found.group(1) : "";
  }

  private String match(String pattern) {
    var found = Pattern.compile(pattern).matcher(page());
    return found.find() ? found.group(1) : "";
  }
}
