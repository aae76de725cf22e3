package dev.wayfare.flow.page;

import dev.wayfare.flow.Theme;
import java.util.List;
import java.util.Optional;

/// A page as a person is to see it now: everything filled in, nothing left to work out.
///
/// `token` goes back with the answers and says for which showing of the page they are. `notice` is
/// a sentence above the controls (an answer that came too late). `back` says that an earlier page
/// can be shown again. `progress` is 0 to 100.
public record PageView(
    String token,
    String title,
    List<ControlView> controls,
    Optional<String> notice,
    Optional<Integer> progress,
    boolean back,
    Theme theme) {

  /// Whether any answer was refused.
  public boolean refused() {
    return controls.stream().anyMatch(ControlView::refused);
  }
}
