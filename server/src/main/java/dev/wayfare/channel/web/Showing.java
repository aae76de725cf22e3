package dev.wayfare.channel.web;

import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.PageView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the templates of a page ask. Everything here is about HTML; what a page means is settled.
public final class Showing {

  private static final Map<String, String> ADDRESS =
      Map.ofEntries(
          Map.entry("street", "address-line1"),
          Map.entry("line1", "address-line1"),
          Map.entry("line2", "address-line2"),
          Map.entry("extra", "address-line2"),
          Map.entry("city", "address-level2"),
          Map.entry("region", "address-level1"),
          Map.entry("state", "address-level1"),
          Map.entry("postal_code", "postal-code"),
          Map.entry("postcode", "postal-code"),
          Map.entry("zip", "postal-code"),
          Map.entry("country", "country-name"));

  private final PageView page;
  private final Sheet sheet;
  private final Markdown markdown;
  private final Limits limits;

  Showing(PageView page, Sheet sheet, Markdown markdown, Limits limits) {
    this.page = page;
    this.sheet = sheet;
    this.markdown = markdown;
    this.limits = limits;
  }

  public PageView page() {
    return page;
  }

  public Sheet sheet() {
    return sheet;
  }

  public String say(String key) {
    return sheet.words().say(key);
  }

  public String say(String key, Object value) {
    return sheet.words().say(key, value);
  }

  /// Safe HTML.
  public String markdown(String source) {
    return markdown.html(source);
  }

  /// The id in the document; apart from ids of ours.
  public String id(ControlView control) {
    return "c-" + control.id();
  }

  /// Ids of the help and the error that belong to a control, or no attribute.
  public @Nullable String described(ControlView control) {
    var ids = new ArrayList<String>();
    if (!control.help().isBlank()) {
      ids.add(id(control) + "-help");
    }
    if (control.error().isPresent()) {
      ids.add(id(control) + "-error");
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }

  public @Nullable String invalid(ControlView control) {
    return control.error().isPresent() ? "true" : null;
  }

  /// A value that is no attribute when it is empty.
  public @Nullable String given(String value) {
    return value.isBlank() ? null : value;
  }

  public @Nullable String autocomplete(ControlView control) {
    var own = control.attribute("autocomplete");
    if (!own.isBlank()) {
      return own;
    }
    return switch (control.type()) {
      case "email" -> "email";
      case "phone" -> "tel";
      case "text_field" -> ADDRESS.get(control.id().substring(control.id().lastIndexOf('.') + 1));
      default -> null;
    };
  }

  /// Every refused answer, in the order of the page.
  public List<ControlView> refused() {
    return page.controls().stream()
        .flatMap(Showing::all)
        .filter(control -> control.error().isPresent() && control.visible())
        .toList();
  }

  /// A refused answer in one line: what was asked, and what is wrong.
  public String complaint(ControlView control) {
    var label = control.label().strip();
    var colon = label.isEmpty() || label.matches("(?s).*\\p{Punct}") ? " " : ": ";
    return (label + colon + control.error().orElse("")).strip();
  }

  /// Where the link in the summary of errors leads: the first thing there that takes focus.
  public String focus(ControlView control) {
    var first = Stream.of("radio", "cards").anyMatch(control.attribute("look")::equals);
    return switch (control.type()) {
      case "choice" -> first ? id(control) + "-0" : id(control);
      case "choices" -> id(control) + "-0";
      case "rating" -> id(control) + "-1";
      case "signature" -> id(control) + ".name";
      case "address" ->
          control.children().isEmpty() ? id(control) : id(control.children().getFirst());
      default -> id(control);
    };
  }

  /// The button that Enter presses: the first main one, else the first; none when the page has
  /// none.
  public Optional<ControlView> mainButton() {
    var buttons =
        page.controls().stream()
            .flatMap(Showing::all)
            .filter(control -> control.type().equals("button") && control.visible())
            .toList();
    return buttons.stream()
        .filter(control -> control.attribute("look").equals("primary"))
        .findFirst()
        .or(() -> buttons.stream().findFirst());
  }

  public boolean asks() {
    return page.controls().stream().flatMap(Showing::all).anyMatch(Showing::isQuestion);
  }

  public String encoding() {
    var files = page.controls().stream().flatMap(Showing::all);
    return files.anyMatch(control -> control.type().equals("file"))
        ? "multipart/form-data"
        : "application/x-www-form-urlencoded";
  }

  public int columns(ControlView control) {
    return number(control.attribute("columns"), 1, 4, 2);
  }

  public int most(ControlView control, int otherwise) {
    return number(control.attribute("most"), 1, 100, otherwise);
  }

  public int rows(ControlView control) {
    return number(control.attribute("rows"), 2, 20, 4);
  }

  /// A score as it is read out, the ends with their words.
  public String score(ControlView control, int score) {
    var most = most(control, 5);
    var end = score == 1 ? control.attribute("low") : "";
    var word = score == most ? control.attribute("high") : end;
    return score + " / " + most + (word.isBlank() ? "" : ", " + word);
  }

  public int percent(ControlView control) {
    return number(control.attribute("percent"), 0, 100, 0);
  }

  public String currency(ControlView control) {
    var code = control.attribute("currency");
    var locale = Locale.forLanguageTag(sheet.words().language());
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .map(currency -> currency.getSymbol(locale))
        .findFirst()
        .orElse(code);
  }

  public List<Upload.Kept> files(ControlView control) {
    return control.values().stream().filter(v -> !v.isBlank()).map(Upload.Kept::of).toList();
  }

  public String accept(ControlView control) {
    return String.join(",", FileIntake.listed(control));
  }

  public boolean takesPhotos(ControlView control) {
    return FileIntake.types(control).stream().anyMatch(type -> type.startsWith("image/"));
  }

  public String fileLimit(ControlView control) {
    return Limits.words(limits.fileBytes(control));
  }

  public long fileBytes(ControlView control) {
    return limits.fileBytes(control);
  }

  public String size(long bytes) {
    return bytes < 1024 * 1024
        ? Math.max(1, Math.ceilDiv(bytes, 1024)) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
  }

  /// A part of a control that has no view of its own, such as a signature's name.
  public String part(ControlView control, int index) {
    return index < control.values().size() ? control.values().get(index) : "";
  }

  /// Where a link leads; a kind of address that is not one of these leads nowhere.
  public String address(ControlView link) {
    var address = link.attribute("href").strip();
    var web = address.regionMatches(true, 0, "http://", 0, 7);
    return web || Markdown.mayLink(address) || isLocal(address) ? address : "";
  }

  /// A picture written into the page or on this server.
  public String picture(ControlView image) {
    var source = image.attribute("source").strip();
    return source.startsWith("data:image/") || isLocal(source) ? source : "";
  }

  /// What an item of a list is called: the builder's name for it, or the list's with its number.
  public String itemName(ControlView list, ControlView item) {
    return item.label().matches("[0-9]*") ? list.label() + " " + item.label() : item.label();
  }

  static Stream<ControlView> all(ControlView control) {
    return Stream.concat(Stream.of(control), control.children().stream().flatMap(Showing::all));
  }

  private static boolean isQuestion(ControlView control) {
    return !List.of(
            "heading",
            "text",
            "image",
            "link",
            "divider",
            "progress",
            "container",
            "list",
            "form",
            "button",
            "item")
        .contains(control.type());
  }

  private static boolean isLocal(String address) {
    return address.startsWith("/") && !address.startsWith("//") && !address.startsWith("/\\");
  }

  static List<String> listed(String types) {
    return Arrays.stream(types.split("[,\\s]+")).filter(type -> !type.isBlank()).toList();
  }

  private static int number(String text, int least, int most, int otherwise) {
    return text.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(text), least, most) : otherwise;
  }
}
