package dev.wayfare.flow.page;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.shape.Fields;
import dev.wayfare.flow.shape.Variants;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// Every type of control there is. A new one is a file and a line here.
public final class ControlTypes {
  public static final List<ControlType> ALL =
      List.of(
          Heading.TYPE,
          Text.TYPE,
          Image.TYPE,
          Link.TYPE,
          Divider.TYPE,
          Progress.TYPE,
          Container.TYPE,
          ListEntry.TYPE,
          Form.TYPE,
          TextField.TYPE,
          LongText.TYPE,
          NumberField.TYPE,
          MoneyField.TYPE,
          DateField.TYPE,
          TimeField.TYPE,
          EmailField.TYPE,
          PhoneField.TYPE,
          AddressField.TYPE,
          Choice.TYPE,
          Choices.TYPE,
          Checkbox.TYPE,
          Consent.TYPE,
          FileField.TYPE,
          Signature.TYPE,
          Rating.TYPE,
          Button.TYPE);

  /// What may stand on a page.
  public static final Variants<Control> VARIANTS = variants("control", Setting.PAGE);

  /// What may stand in the items a person enters into a list.
  public static final Variants<Control> ENTRY_VARIANTS =
      variants("control of a list's items", Setting.ENTRY);

  /// What may stand in a list that only shows.
  public static final Variants<Control> SHOWN_VARIANTS =
      variants("control of a list that shows", Setting.SHOWN);

  private ControlTypes() {}

  private static Variants<Control> variants(String noun, Setting setting) {
    var readers = new LinkedHashMap<String, Function<Fields, ? extends Control>>();
    var docs = new LinkedHashMap<String, String>();
    for (var type : ALL) {
      if (type.settings().contains(setting)) {
        readers.put(type.word(), in -> type.read(in, setting));
        docs.put(type.word(), type.doc());
      }
    }
    return new Variants<>(
        noun,
        Problem.Code.CONTROL_TYPE_UNKNOWN,
        Collections.unmodifiableMap(readers),
        Collections.unmodifiableMap(docs));
  }
}
