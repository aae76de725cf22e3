package dev.wayfare.flow.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathFormTest {

  private static PathForm path(String text) {
    return ((PathForm.Good) PathForm.read(text)).path();
  }

  @Test
  void aParameterStandsForOnePart() {
    var path = path("/orders/{order}/delayed");
    assertThat(path.parameters()).containsExactly("order");
    assertThat(path.match(List.of("orders", "A 1/2", "delayed")))
        .contains(Map.of("order", "A 1/2"));
    assertThat(path.match(List.of("orders", "", "delayed"))).isEmpty();
    assertThat(path.match(List.of("orders", "a", "b", "delayed"))).isEmpty();
    assertThat(path.match(List.of("Orders", "a", "delayed"))).isEmpty();
  }

  @Test
  void theRootIsAPath() {
    assertThat(path("/").match(PathForm.split("/"))).contains(Map.of());
    assertThat(path("/").match(PathForm.split("/a"))).isEmpty();
  }

  @Test
  void aWordGoesBeforeAParameter() {
    assertThat(path("/orders/new").before(path("/orders/{order}"))).isTrue();
    assertThat(path("/orders/{order}").before(path("/orders/new"))).isFalse();
    assertThat(path("/a/{b}/c").likeness()).isEqualTo(path("/a/{x}/c").likeness());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "/orders/",
        "//",
        "/a//b",
        "/{Order}",
        "/{a}/{a}",
        "/a b",
        "/a{b}",
        "/..",
        "/.",
        "/a?b",
        "/ü",
        "/openapi.json"
      })
  void aTextThatIsNoPathIsRefusedWithAReason(String text) {
    assertThat(PathForm.read(text))
        .isInstanceOfSatisfying(
            PathForm.Wrong.class, wrong -> assertThat(wrong.why()).endsWith("."));
  }
}
