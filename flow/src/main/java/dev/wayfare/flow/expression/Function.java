package dev.wayfare.flow.expression;

import dev.cel.common.CelFunctionDecl;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A function builders may call: its one entry holds the documentation, the ways to call it, an
/// example and what it does. The target of a member call is the first argument.
record Function(String name, String doc, String example, List<Signature> signatures, Body body) {

  /// What a function does, with arguments that fit one of its signatures.
  @FunctionalInterface
  interface Body {
    @Nullable Object apply(Run run, @Nullable Object[] arguments);
  }

  static Function of(String name, String doc, String example, Body body, String... signatures) {
    return new Function(
        name, doc, example, Stream.of(signatures).map(Signature::read).toList(), body);
  }

  /// As the checker knows it.
  CelFunctionDecl declare() {
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        IntStream.range(0, signatures.size())
            .mapToObj(i -> signatures.get(i).declare(name + "#" + i))
            .toList());
  }

  @Nullable Object call(Run run, @Nullable Object[] arguments) {
    for (var signature : signatures) {
      if (signature.accepts(arguments)) {
        return body.apply(run, arguments);
      }
    }
    var found =
        Arrays.stream(arguments)
            .map(value -> Kind.of(value).words())
            .collect(Collectors.joining(" and "));
    throw run.failed(
        Character.isLetter(name.charAt(0))
            ? "`%s` works with %s, but found %s.".formatted(name, wants(arguments.length), found)
            : "`%s` cannot be used with %s.".formatted(shown(name), found));
  }

  /// The ways to call it with so many arguments, in words.
  String wants(int arguments) {
    return signatures.stream()
        .filter(signature -> signature.takes().size() == arguments)
        .map(Signature::wants)
        .distinct()
        .collect(Collectors.joining(", or "));
  }

  /// A name as it is written in an expression: `+` for CEL's `_+_`.
  static String shown(String name) {
    return switch (name) {
      case "@in" -> "in";
      case "-_", "!_" -> name.substring(0, 1);
      case "_[_]" -> "[ ]";
      case "_?_:_" -> "? :";
      default -> name.startsWith("_") ? name.substring(1, name.length() - 1) : name;
    };
  }
}
