package dev.wayfare.flow.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes something of every value in a list of a document; what is no list stays as it is.
public final class Inside {
  private Inside() {}

  /// What becomes of one value inside a list or a map.
  public interface Inner {
    @Nullable Object of(@Nullable Object value);
  }

  public static @Nullable Object list(@Nullable Object value, Inner inner) {
    if (!(value instanceof List<?> items)) {
      return value;
    }
    var made = new ArrayList<@Nullable Object>();
    items.forEach(item -> made.add(inner.of(item)));
    return made;
  }
}
