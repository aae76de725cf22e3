package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Expression;
import java.util.Optional;

/// One thing on a page: something shown, something asked, a group of these, a list, or a button.
///
/// A type of control is one file: its documentation and example, its shape in a document, how an
/// answer is read on the server, and how it is viewed. [ControlTypes] lists them.
public sealed interface Control permits Display, Asked, Group, ListShown, ListEntry, Button {
  /// The builder's name for it; empty where nothing asks for one.
  String id();

  /// When it is on the page; always, when left out.
  Optional<Expression> visible();

  /// As it is to be shown at this spot.
  ControlView view(Spot spot);
}
