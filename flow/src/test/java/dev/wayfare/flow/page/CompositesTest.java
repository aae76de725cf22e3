package dev.wayfare.flow.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.page.ControlView.OptionView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Controls with options or several parts.
class CompositesTest {
  private static final String CHOICE =
      """
      - type: choice
        id: x
        label: "X"
        required: true
        look: cards
        options:
          - {value: door, label: "At the door"}
          - {value: shop}
      """;
  private static final String CHOICES =
      """
      - type: choices
        id: x
        label: "X"
        least: 1
        most: 2
        options: [{value: a}, {value: b}, {value: c}]
      """;

  @Test
  void aChoiceIsOneOfItsOptions() {
    assertThat(Visitor.asked(CHOICE).send("x", "shop").value("x")).isEqualTo("shop");
    assertThat(Visitor.asked(CHOICE).send("x", "roof").error("x"))
        .isEqualTo("Choose one of the options");
    assertThat(Visitor.asked(CHOICE).send("x", "At the door").error("x"))
        .isEqualTo("Choose one of the options");
    assertThat(Visitor.asked(CHOICE).send().error("x")).isEqualTo("Choose one of the options");
  }

  @Test
  void anOptionWithoutALabelIsReadAsItsValue() {
    var view = Visitor.asked(CHOICE).control("x");
    assertThat(view.attribute("look")).isEqualTo("cards");
    assertThat(view.options())
        .containsExactly(
            new OptionView("door", "At the door", "", false),
            new OptionView("shop", "shop", "", false));
  }

  @Test
  void optionsCanComeFromAnExpressionThatSeesOtherAnswers() {
    var controls =
        """
        - {type: checkbox, id: far, label: "Far"}
        - type: choice
          id: x
          label: "X"
          options_from: "far ? ['moon'] : ['here', 'here', 'there']"
        """;
    var visitor = Visitor.asked(controls);
    assertThat(visitor.control("x").options())
        .extracting(OptionView::value)
        .containsExactly("here", "there");
    assertThat(visitor.send("x", "moon").error("x")).isEqualTo("Choose one of the options");
    assertThat(visitor.send("far", "true", "x", "here").error("x"))
        .isEqualTo("Choose one of the options");
    assertThat(visitor.control("x").options())
        .containsExactly(new OptionView("moon", "moon", "", false));
    assertThat(visitor.send("far", "true", "x", "moon").value("x")).isEqualTo("moon");
  }

  @Test
  void optionsFromAnExpressionCanHaveWordsOfTheirOwn() {
    var view =
        Visitor.asked(
                """
                - type: choice
                  id: x
                  label: "X"
                  options_from: "[{'value': 'a', 'label': 'A', 'help': 'First'}, {'value': 'b'}, {}]"
                """)
            .control("x");
    assertThat(view.options())
        .containsExactly(
            new OptionView("a", "A", "First", false), new OptionView("b", "b", "", false));
  }

  @Test
  void choicesAreKeptInTheOrderShownAndCounted() {
    assertThat(Visitor.asked(CHOICES).send("x", "c", "x", "a", "x", "c").value("x"))
        .isEqualTo(List.of("a", "c"));
    assertThat(Visitor.asked(CHOICES).send().error("x")).isEqualTo("Choose at least 1");
    assertThat(Visitor.asked(CHOICES).send("x", "a", "x", "b", "x", "c").error("x"))
        .isEqualTo("Choose at most 2");
    assertThat(Visitor.asked(CHOICES).send("x", "a", "x", "z").error("x"))
        .isEqualTo("Choose one of the options");
  }

  @Test
  void anAddressNeedsAllItsParts() {
    var control = "- {type: address, id: x, label: \"X\", countries: [DE, AT], required: true}";
    var visitor = Visitor.asked(control).send("x.street", "Weg 1", "x.country", "FR");
    assertThat(visitor.error("x.street")).isEmpty();
    assertThat(visitor.error("x.postal_code")).isEqualTo("Enter: Postal code");
    assertThat(visitor.error("x.city")).isEqualTo("Enter: Town or city");
    assertThat(visitor.error("x.country")).isEqualTo("Choose one of the options");
    assertThat(visitor.control("x.street").value()).isEqualTo("Weg 1");
    visitor.send(
        "x.street", "Weg 1", "x.postal_code", "10115", "x.city", "Berlin", "x.country", "DE");
    assertThat(visitor.value("x"))
        .isEqualTo(
            Map.of("street", "Weg 1", "postal_code", "10115", "city", "Berlin", "country", "DE"));
    assertThat(Visitor.asked(control).send("x.country", "DE").error("x"))
        .isEqualTo("Enter an answer");
  }

  @Test
  void anAddressInOneCountryDoesNotAskForIt() {
    var visitor = Visitor.asked("- {type: address, id: x, label: \"X\", countries: [DE]}");
    assertThat(visitor.control("x").children())
        .extracting(ControlView::id)
        .containsExactly("x.street", "x.postal_code", "x.city");
    visitor.send("x.street", "S", "x.postal_code", "1", "x.city", "C", "x.country", "XX");
    assertThat(visitor.value("x")).extracting("country").isEqualTo("DE");
  }

  @Test
  void anAddressAnywhereChoosesAmongAllCountries() {
    var visitor = Visitor.asked("- {type: address, id: x, label: \"X\"}");
    assertThat(visitor.control("x.country").options())
        .hasSizeGreaterThan(200)
        .contains(new OptionView("DE", "Germany", "", false));
  }

  @Test
  void filesAreReadFromTheFactsOfTheirUploads() {
    var control =
        "- {type: file, id: x, label: \"X\", most: 2, types: [\"image/*\", \".pdf\"], max_mb: 1}";
    var photo = new Upload("u1", "a|b.jpg", "image/jpeg", 1000).line();
    var paper = new Upload("u2", "../../etc/claim.PDF", "application/pdf", 2000).line();
    var visitor = Visitor.asked(control).send("x", photo, "x", paper, "x", "");
    assertThat(visitor.value("x"))
        .isEqualTo(
            List.of(
                Map.of("id", "u1", "name", "a|b.jpg", "type", "image/jpeg", "size", 1000d),
                Map.of("id", "u2", "name", "claim.PDF", "type", "application/pdf", "size", 2000d)));
    assertThat(Visitor.asked(control).send("x", photo, "x", photo, "x", photo).error("x"))
        .isEqualTo("Add at most 2 files");
    assertThat(Visitor.asked(control).send("x", "u1|a.exe|application/x-msdownload|5").error("x"))
        .isEqualTo("Choose files of these types: image/*, .pdf");
    assertThat(Visitor.asked(control).send("x", "u1|a.jpg|image/jpeg|1048577").error("x"))
        .isEqualTo("Choose files of at most 1 MB each");
    for (var hostile :
        List.of("u1", "|||", "../x|a|image/png|1", "u1|a|image/png|-1", "u1|a|image|1", "u1|a|b")) {
      assertThat(Visitor.asked(control).send("x", hostile).error("x"))
          .isEqualTo("One of the files did not arrive. Add it again");
    }
  }

  @Test
  void aFileKeepsItsEndingHoweverLongItsName() {
    var line = new Upload("u1", "🦊".repeat(300) + ".jpg", "image/jpeg", 1).line();
    var upload = Upload.of(line).orElseThrow();
    assertThat(upload.name()).endsWith(".jpg").hasSizeLessThanOrEqualTo(200);
    assertThat(Upload.of("u1|..|image/png|1").orElseThrow().name()).isEqualTo("file");
  }

  @Test
  void aSignatureIsANameAndADrawingThatIsOnlyLines() {
    var control = "- {type: signature, id: x, label: \"X\"}";
    assertThat(
            Visitor.asked(control).send("x.name", " Ada ", "x.drawing", "M1 2L3,4.5Z").value("x"))
        .isEqualTo(Map.of("name", "Ada", "drawing", "M1 2L3,4.5Z", "at", "2026-11-23T09:30:00Z"));
    assertThat(Visitor.asked(control).send("x.drawing", "M1 2").error("x"))
        .isEqualTo("Sign with your full name");
    assertThat(Visitor.asked(control).send().error("x")).isEqualTo("Sign with your full name");
    for (var hostile : List.of("M1\"/><script>", "url(x)", "L1 2", "M" + "1 ".repeat(10_001))) {
      assertThat(Visitor.asked(control).send("x.name", "Ada", "x.drawing", hostile).error("x"))
          .isEqualTo("The drawing could not be read. Please draw it again");
    }
    var refused = Visitor.asked(control).send("x.name", "", "x.drawing", "M1 2");
    assertThat(refused.control("x").values()).containsExactly("", "M1 2");
  }
}
