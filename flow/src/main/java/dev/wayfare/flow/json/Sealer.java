package dev.wayfare.flow.json;

/// Who keeps secrets unreadable where a journey is stored: whatever was sealed opens to the same.
public interface Sealer {

  /// Seals nothing, for journeys that are stored nowhere.
  Sealer NONE =
      new Sealer() {
        @Override
        public String seal(String open) {
          return open;
        }

        @Override
        public String open(String sealed) {
          return sealed;
        }
      };

  String seal(String open);

  /// @throws IllegalArgumentException when it was not sealed here, or was changed since
  String open(String sealed);
}
