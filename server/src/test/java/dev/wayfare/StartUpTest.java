package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A command that starts no server is quick, because it loads none.
class StartUpTest {
  /// Reads every class of ours and of the libraries anew, and notes those of Spring.
  private static final class Watching extends ClassLoader {
    private final List<String> spring = new ArrayList<>();
    private final ClassLoader from = StartUpTest.class.getClassLoader();

    Watching() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("org.springframework")) {
        spring.add(name);
      }
      try (var bytes = from.getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        var content = bytes.readAllBytes();
        return defineClass(name, content, 0, content.length);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public URL getResource(String name) {
      return from.getResource(name);
    }
  }

  /// Runs inside the other class loader.
  public static final class Command implements ToIntFunction<String[]> {
    @Override
    public int applyAsInt(String[] words) {
      return CommandLineRun.of(words).code();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check ../examples/parcel-desk.yaml",
        "play ../examples/parcel-desk.yaml",
        "apps --server http://127.0.0.1:1 --token none",
        "--help",
        "doctor --data /nowhere/at/all --port 1"
      })
  void commandsWithoutAServerLoadNoSpring(String words) throws Exception {
    var loader = new Watching();
    var command = loader.loadClass(Command.class.getName()).getDeclaredConstructor().newInstance();
    assertThat(command).isNotInstanceOf(Command.class);
    @SuppressWarnings("unchecked")
    var run = (ToIntFunction<String[]>) command;
    assertThat(run.applyAsInt(words.split(" "))).isBetween(0, 3);
    assertThat(loader.spring).isEmpty();
  }
}
