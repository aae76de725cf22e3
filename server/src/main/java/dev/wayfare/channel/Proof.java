package dev.wayfare.channel;

/// What a publish sends through an entrance to see that the new release answers there, before any
/// customer meets it. Such a request goes the way customers' requests go (name look-up, proxy,
/// signature, adapter) and carries a mark; whoever hears it lets the marked release answer, in
/// memory only: nothing is remembered and nothing leaves.
public final class Proof {
  /// The request's header: a mark that only the publish in progress knows.
  public static final String MARK = "Wayfare-Proof";

  /// The answer's header: the id of the release that answered.
  public static final String RELEASE = "Wayfare-Release";

  /// The answer's header where the app erred on its first turn: the code of the trouble.
  public static final String TROUBLE = "Wayfare-Trouble";

  /// Where journey links live, for a request that has no journey: the mark is all it brings.
  public static final String LINKS = "/u/-";

  private Proof() {}
}
