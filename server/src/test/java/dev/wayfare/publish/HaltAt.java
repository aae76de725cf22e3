package dev.wayfare.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Stops releases for ever, each at one call of what publishing remembers: at `before move live`
/// before it is moved to that state, at `after remember` when a carrier's settings are kept.
/// Between two acts of a release's way there always is such a call. The first release that is begun
/// stops at the first point, and so on.
@Configuration(proxyBeanMethods = false)
public class HaltAt {
  /// The points, parted by commas.
  public static final String POINTS = "wayfare.test.halt";
  public static final String HALTED = "HALTED";

  /// @param state the last state that the call is about; empty for any
  private record Point(boolean before, String method, String state) {
    static Point read(String text) {
      var words = text.split(" ");
      return new Point(words[0].equals("before"), words[1], words.length > 2 ? words[2] : "");
    }

    boolean meets(Method called, List<Object> about) {
      return called.getName().equals(method)
          && (state.isEmpty()
              || about.stream()
                  .flatMap(Point::states)
                  .reduce((_, last) -> last)
                  .filter(it -> it.word().equals(state))
                  .isPresent());
    }

    private static Stream<ReleaseState> states(Object it) {
      return switch (it) {
        case ReleaseState state -> Stream.of(state);
        case Optional<?> maybe when maybe.orElse(null) instanceof Progress found ->
            Stream.of(found.state());
        default -> Stream.empty();
      };
    }
  }

  private final Queue<Point> free = new ArrayDeque<>();

  /// By release and by deployment.
  private final Map<UUID, Point> points = new ConcurrentHashMap<>();

  HaltAt() {
    Stream.of(System.getProperty(POINTS).split(",")).map(Point::read).forEach(free::add);
  }

  @Bean
  static BeanPostProcessor halting() {
    var halts = new HaltAt();
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
          case ProgressStore store -> halts.around(ProgressStore.class, store);
          case WiringStore store -> halts.around(WiringStore.class, store);
          default -> bean;
        };
      }
    };
  }

  private <T> T around(Class<T> type, T store) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, given) -> {
              var about = given == null ? new Object[0] : given;
              halt(true, method, List.of(about));
              var result = call(method, store, about);
              halt(
                  false,
                  method,
                  Stream.concat(Stream.of(about), Stream.ofNullable(result)).toList());
              return result;
            }));
  }

  private void halt(boolean before, Method method, List<Object> about) {
    about.stream().filter(Progress.class::isInstance).map(Progress.class::cast).forEach(this::meet);
    var point = about.stream().filter(points::containsKey).map(points::get).findFirst();
    if (point.filter(it -> it.before() == before && it.meets(method, about)).isPresent()) {
      System.out.println(HALTED);
      while (true) {
        LockSupport.park();
      }
    }
  }

  /// A release is begun.
  private synchronized void meet(Progress begun) {
    if (!points.containsKey(begun.release()) && !free.isEmpty()) {
      var point = free.remove();
      points.put(begun.release(), point);
      points.put(begun.deployment(), point);
    }
  }

  private static @Nullable Object call(Method method, Object store, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
