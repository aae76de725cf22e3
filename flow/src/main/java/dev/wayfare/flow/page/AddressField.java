package dev.wayfare.flow.page;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.page.ControlView.OptionView;
import dev.wayfare.flow.shape.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A postal address, `{street, postal_code, city, country}`. View: its parts as children `street`,
/// `postal_code`, `city` (type `text_field`) and `country` (type `choice`, look `select`); where
/// only one country is served there is no child for it.
public record AddressField(Question question, List<String> countries) implements Asked {
  private static final int LONGEST = 200;
  private static final List<String> WRITTEN = List.of("street", "postal_code", "city");

  static final ControlType TYPE =
      new ControlType(
          "address",
          ControlType.ASKING,
          "Asks for a postal address.",
          "{type: address, id: home, label: \"Where shall we bring it?\", countries: [DE, AT, CH]}",
          AddressField::new);

  AddressField(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.ADDRESS, false),
        in.words("countries", "The countries to choose from (ISO 3166); all, when left out."));
    for (var country : countries) {
      if (!Countries.known(country)) {
        in.problem(
            Problem.Code.FIELD_WRONG,
            "countries",
            "\"" + country + "\" is not a country.",
            "Use two capital letters, like US or DE.");
      }
    }
  }

  @Override
  public Type type() {
    return Type.ADDRESS;
  }

  @Override
  public List<String> fields(String path) {
    return List.of(path + ".street", path + ".postal_code", path + ".city", path + ".country");
  }

  @Override
  public Answer read(Spot spot) {
    var wrong = new LinkedHashMap<String, String>();
    var address = new LinkedHashMap<String, Object>();
    for (var part : WRITTEN) {
      var text = spot.part(part).typed().replace('\n', ' ');
      address.put(part, text);
      if (text.isEmpty()) {
        wrong.put(part, PageTexts.missing(label(part)));
      } else if (text.length() > LONGEST) {
        wrong.put(part, PageTexts.longest(LONGEST));
      }
    }
    if (address.values().stream().allMatch(Values::isEmpty)) {
      return Answer.NOTHING;
    }
    var country = countries.size() == 1 ? countries.getFirst() : spot.part("country").typed();
    if (!served(country)) {
      wrong.put("country", PageTexts.CHOOSE_ONE);
    }
    address.put("country", country);
    return wrong.isEmpty()
        ? Answer.given(Collections.unmodifiableMap(address))
        : new Answer.Wrong(wrong);
  }

  private boolean served(String country) {
    return countries.isEmpty() ? Countries.known(country) : countries.contains(country);
  }

  @Override
  public Object nothing() {
    return Values.object("street", "", "postal_code", "", "city", "", "country", "");
  }

  @Override
  public void write(Object value, String path, Map<String, List<String>> draft) {
    if (value instanceof Map<?, ?> address) {
      for (var field : fields(path)) {
        draft.put(field, List.of(Values.show(address.get(field.substring(path.length() + 1)))));
      }
    }
  }

  @Override
  public ControlView view(Spot spot) {
    var parts = new ArrayList<ControlView>();
    parts.add(part(spot, "street", "street-address"));
    parts.add(part(spot, "postal_code", "postal-code"));
    parts.add(part(spot, "city", "address-level2"));
    if (countries.size() != 1) {
      parts.add(
          spot.part(
              "country",
              "choice",
              PageTexts.COUNTRY,
              question.required(),
              options(spot.part("country").typed()),
              Plain.attributes("look", "select", "autocomplete", "country")));
    }
    return spot.asked("address", question, List.of(), Map.of(), parts);
  }

  private ControlView part(Spot spot, String part, String autocomplete) {
    return spot.part(
        part,
        "text_field",
        label(part),
        question.required(),
        List.of(),
        Plain.attributes("max_length", Integer.toString(LONGEST), "autocomplete", autocomplete));
  }

  private List<OptionView> options(String chosen) {
    return (countries.isEmpty() ? Countries.all() : countries)
        .stream()
            .map(code -> new OptionView(code, Countries.name(code), "", code.equals(chosen)))
            .toList();
  }

  private static String label(String part) {
    return switch (part) {
      case "street" -> PageTexts.STREET;
      case "postal_code" -> PageTexts.POSTAL_CODE;
      default -> PageTexts.CITY;
    };
  }
}
