package dev.wayfare.publish;

/// What happens to a release on its way.
enum ReleaseEvent {
  /// The outside is ready for it.
  READY,
  /// It answered through every entrance.
  ANSWERED,
  /// The pointer moved to it.
  SWITCHED,
  /// Something stood in its way; what was prepared is undone.
  BROKE,
  /// Somebody took it back; what was prepared is undone.
  WITHDRAWN,
  /// Another release went live in its place, or the app was taken down.
  REPLACED
}
