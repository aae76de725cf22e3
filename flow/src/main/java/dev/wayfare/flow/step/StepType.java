package dev.wayfare.flow.step;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.shape.Fields;
import java.util.Set;
import java.util.function.Function;

/// A type of step as documents, screens and checks know it.
///
/// `channels` are the flows it may stand in; `waits` says that running it always lets the person or
/// time come in between; `doorway` that it is entered by itself, not through an exit; `doc` is its
/// documentation and `example` a whole flow (YAML, the value of one key in `flows`), which the
/// tests read and run.
public record StepType(
    String word,
    Set<Channel> channels,
    Set<Trait> traits,
    String doc,
    String example,
    Function<Fields, ? extends Step> reader) {

  /// What the checks must know of a type of step.
  public enum Trait {
    /// Running it lets the person or time come in between.
    WAITS,
    /// It goes round a bounded number of times.
    COUNTS,
    /// It is entered by itself, not through an exit.
    DOORWAY,
    /// Its texts go to a phone.
    TEXTS,
    /// A journey rests here until the person or time comes.
    RESTS,
    /// Its texts are for people, whatever the flow it stands in.
    TO_PEOPLE,
    /// The flow it names must be a text or voice flow.
    TO_PHONE,
    /// The flow it names must be a web flow.
    TO_WEB
  }

  static final Set<Channel> DIALOGUE = Set.of(Channel.TEXT, Channel.VOICE);
  static final Set<Channel> CALLS = Set.of(Channel.VOICE);
  static final Set<Channel> PAGES = Set.of(Channel.WEB);
  static final Set<Channel> EVERYWHERE = Set.of(Channel.values());
}
