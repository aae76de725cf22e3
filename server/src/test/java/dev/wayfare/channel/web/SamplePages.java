package dev.wayfare.channel.web;

import dev.wayfare.flow.Theme;
import dev.wayfare.flow.page.PageView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Pages as real teams would build them, and one of every control.
final class SamplePages {

  private static final String LOGO =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect"
          + " width='32' height='32' rx='9' fill='%230b7a5b'/%3E%3Cpath d='M8 12l8-4 8 4v9l-8"
          + " 4-8-4zM8 12l8 4 8-4M16 16v9' fill='none' stroke='white' stroke-width='2'"
          + " stroke-linejoin='round'/%3E%3C/svg%3E";

  static final Theme PARCEL =
      new Theme(
          "Halden Parcel",
          "#0b7a5b",
          "#fffdf9",
          "#1b2a25",
          Theme.Font.ROUNDED,
          14,
          Optional.of(LOGO.replace(" ", "%20").replace("'", "%27")),
          "en-GB");

  static final Theme MUTUAL =
      new Theme(
          "Fjord Mutual",
          "#23408e",
          "#ffffff",
          "#14213d",
          Theme.Font.SANS,
          8,
          Optional.empty(),
          "en");

  private SamplePages() {}

  static Map<String, PageView> all() {
    var pages = new LinkedHashMap<String, PageView>();
    pages.put("booking", booking());
    pages.put("person", person());
    pages.put("errors", errors());
    pages.put("photos", photos());
    pages.put("vehicles", vehicles());
    pages.put("sign", sign());
    pages.put("rate", rate());
    pages.put("read", read());
    pages.put("arabic", arabic());
    return pages;
  }

  static PageView page(Theme theme, String title, int progress, boolean back, Sample... controls) {
    return new PageView(
        "token-1",
        title,
        Arrays.stream(controls).map(Sample::view).toList(),
        Optional.empty(),
        progress < 0 ? Optional.empty() : Optional.of(progress),
        back,
        theme);
  }

  private static Sample go(String label) {
    return Sample.of("button", "go", label).with("look", "primary");
  }

  private static PageView booking() {
    return page(
        PARCEL,
        "When should we come by?",
        50,
        true,
        Sample.of("text", "", "")
            .with("markdown", "Your parcel **HP-20417** is at the depot in Moss, ready to go out."),
        Sample.of("choice", "day", "Day")
            .with("look", "cards")
            .options(
                "thu",
                "Thursday, 26 November",
                "Between 8 and 12",
                "fri",
                "Friday, 27 November",
                "Between 12 and 16",
                "sat",
                "Saturday, 28 November",
                "Between 9 and 13")
            .values("fri"),
        Sample.of("choice", "place", "Where may we leave it?")
            .with("look", "radio")
            .options(
                "door",
                "At my door",
                "",
                "neighbour",
                "With a neighbour",
                "We leave a note",
                "shop",
                "At the parcel shop",
                ""),
        Sample.of("text_field", "neighbour", "Which neighbour?").hidden(),
        go("Book this day"),
        Sample.of("button", "later", "Not now").with("look", "quiet"));
  }

  private static PageView person() {
    return page(
        MUTUAL,
        "How can we reach you?",
        20,
        true,
        Sample.of("text", "", "").with("markdown", "We only write about this claim."),
        Sample.of("container", "", "")
            .with("columns", "2")
            .holding(
                Sample.of("text_field", "first_name", "First name")
                    .with("autocomplete", "given-name"),
                Sample.of("text_field", "last_name", "Last name")
                    .with("autocomplete", "family-name")),
        Sample.of("email", "mail", "Email").help("We send the confirmation here."),
        Sample.of("phone", "mobile", "Mobile number").values("+47 400 00 100"),
        Sample.of("address", "home", "Home address")
            .holding(
                Sample.of("text_field", "home.street", "Street and number"),
                Sample.of("container", "", "")
                    .with("columns", "2")
                    .holding(
                        Sample.of("text_field", "home.postal_code", "Postal code"),
                        Sample.of("text_field", "home.city", "Town"))),
        Sample.of("choice", "hours", "Best time to call")
            .optional()
            .options("am", "Morning", "", "pm", "Afternoon", "", "eve", "Evening", ""),
        go("Continue"));
  }

  private static PageView errors() {
    return page(
        MUTUAL,
        "What happened?",
        40,
        true,
        Sample.of("date", "day", "Day")
            .error("Choose the day it happened.")
            .with("max", "2026-11-23"),
        Sample.of("time", "hour", "Time").optional(),
        Sample.of("money", "cost", "What will the repair cost, roughly?")
            .with("currency", "EUR")
            .values("a lot")
            .error("Enter an amount in figures, such as 250 or 99.50."),
        Sample.of("number", "distance", "Distance driven").with("unit", "km").values("1200"),
        Sample.of("choices", "damage", "What was damaged?")
            .error("Choose at least one.")
            .options("front", "Front", "", "side", "Side", "Doors and mirrors", "back", "Back", ""),
        Sample.of("long_text", "story", "In your own words")
            .help("Two or three sentences are enough.")
            .values("I stopped at the light.\nThe car behind me did not."),
        go("Continue"));
  }

  private static PageView photos() {
    return page(
        MUTUAL,
        "Show us the damage",
        60,
        true,
        Sample.of("text", "", "")
            .with("markdown", "Daylight helps. One photo from afar, one or two from close by."),
        Sample.of("file", "photos", "Photos")
            .with("types", "image/jpeg,image/png,image/heic,application/pdf")
            .with("most", "4")
            .help("JPEG, PNG, HEIC or PDF.")
            .values("f1|kitchen-window.jpg|image/jpeg|2411724"),
        Sample.of("file", "estimate", "Repair estimate")
            .with("types", "application/pdf")
            .with("most", "1")
            .optional(),
        go("Continue"));
  }

  private static PageView vehicles() {
    return page(
        MUTUAL,
        "Which vehicles were involved?",
        70,
        true,
        Sample.of("list", "vehicles", "Vehicle")
            .with("mode", "enter")
            .with("add", "_add:vehicles")
            .with("add_label", "Add another vehicle")
            .holding(vehicle(0, "DN 40217"), vehicle(1, "")),
        go("Continue"));
  }

  private static Sample vehicle(int index, String plate) {
    var path = "vehicles." + index;
    return Sample.of("item", path, Integer.toString(index + 1))
        .with("remove", "_remove:" + path)
        .with("remove_label", "Remove")
        .holding(
            Sample.of("text_field", path + ".plate", "Number plate").values(plate),
            Sample.of("checkbox", path + ".towed", "It had to be towed"));
  }

  private static PageView sign() {
    return page(
        MUTUAL,
        "Almost done",
        90,
        true,
        Sample.of("consent", "consent", "I agree to this")
            .help(
                "**How we use your report**\n\nWe pass your report to our assessor and to nobody"
                    + " else. You can [read more](https://example.com/privacy) or take it back at"
                    + " any time."),
        Sample.of("signature", "sign", "Your signature").values("Ada Nordmann", ""),
        Sample.of("checkbox", "news", "Send me a copy by email").optional(),
        go("Send the claim"));
  }

  private static PageView rate() {
    return page(
        PARCEL,
        "How did it go?",
        -1,
        false,
        Sample.of("rating", "stars", "Your delivery").with("most", "5").values("4"),
        Sample.of("rating", "score", "Would you recommend us?")
            .with("most", "10")
            .help("1 is not at all, 10 is gladly.")
            .optional(),
        Sample.of("long_text", "words", "Anything else?").optional(),
        go("Send"));
  }

  private static PageView read() {
    return page(
        PARCEL,
        "Your parcels",
        -1,
        false,
        Sample.of("heading", "", "On the way").with("level", "2"),
        Sample.of("progress", "", "Two of three delivered").with("percent", "66"),
        Sample.of("list", "", "Parcels")
            .with("mode", "show")
            .holding(
                Sample.of("item", "p.0", "")
                    .holding(
                        Sample.of("text", "", "")
                            .with("markdown", "**HP-20417** · 2.1 kg\n\nComes Friday, 12 to 16")),
                Sample.of("item", "p.1", "")
                    .holding(
                        Sample.of("text", "", "")
                            .with("markdown", "**HP-20331** · 0.4 kg\n\nDelivered on Monday"))),
        Sample.of("divider", "", ""),
        Sample.of("image", "", "The parcel shop in Moss").with("source", LOGO),
        Sample.of("link", "", "Call the depot").with("href", "tel:+4700000100"),
        Sample.of("link", "", "All parcel shops").with("href", "https://example.com/shops"));
  }

  private static PageView arabic() {
    var theme =
        new Theme(
            "هالدن", "#ffd400", "#101418", "#f5f5f5", Theme.Font.SANS, 20, Optional.empty(), "ar");
    return page(
        theme,
        "متى نأتي؟",
        30,
        true,
        Sample.of("choice", "day", "اليوم")
            .with("look", "cards")
            .options("a", "الخميس", "بين 8 و 12", "b", "الجمعة", "بين 12 و 16")
            .values("a"),
        Sample.of("text_field", "name", "الاسم").help("كما هو مكتوب على الباب").error("اكتب الاسم"),
        go("احجز"));
  }
}
