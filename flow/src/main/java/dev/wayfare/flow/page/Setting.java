package dev.wayfare.flow.page;

import dev.wayfare.flow.shape.Variants;

/// Where a control stands, which decides what may stand there and where an answer goes.
public enum Setting {
  /// On the page itself: answers go into variables.
  PAGE,
  /// In the items a person enters into a list: answers become the item's fields.
  ENTRY,
  /// In a list that repeats what is there already: nothing is asked.
  SHOWN;

  /// The types of control that may stand here.
  Variants<Control> variants() {
    return switch (this) {
      case PAGE -> ControlTypes.VARIANTS;
      case ENTRY -> ControlTypes.ENTRY_VARIANTS;
      case SHOWN -> ControlTypes.SHOWN_VARIANTS;
    };
  }
}
