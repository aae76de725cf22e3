package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.cli.Api;
import dev.wayfare.cli.Refused;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two organizations on one server play with phones of their own.
class OrganizationsTest {
  @Test
  void phonesBelongToTheOrganizationOfWhoeverAddedThem() {
    try (var world = new TestWorld()) {
      world.saves("parcel-desk", TestWorld.example("parcel-desk")).publishes("parcel-desk");
      var ours = world.api();
      var theirs = another(world);
      ours.post("simulator/phones", Map.of("name", "Ada", "number", "+15550141"));
      theirs.post("simulator/phones", Map.of("name", "Bob", "number", "+15550141"));

      assertThat(ours.get("simulator/phones").toString()).contains("Ada").doesNotContain("Bob");
      assertThat(theirs.get("simulator/phones").toString()).contains("Bob").doesNotContain("Ada");
      assertThat(ours.get("simulator/numbers").toString()).contains(TestWorld.NUMBER);
      assertThat(theirs.get("simulator/numbers").path("items")).isEmpty();
      Assertions.assertThatExceptionOfType(Refused.class)
          .isThrownBy(
              () ->
                  theirs.post(
                      "simulator/phones/+15550141/texts",
                      Map.of("to", TestWorld.NUMBER, "body", "hi")))
          .withMessageContaining("No number of your organization");
      ours.post("simulator/phones", Map.of("name", "Cy", "number", "+15550142"));
      Assertions.assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> theirs.get("simulator/phones/+15550142/threads"));
    }
  }

  private static Api another(TestWorld world) {
    var id = new OrganizationId(new UUID(4, 2));
    JdbcClient.create(world.part(DataSource.class))
        .sql("insert into organization (id, name, created_at) values (?, 'Another', now())")
        .param(id.value())
        .update();
    var token = world.part(Identity.class).makeToken(id, "test", Role.ADMIN, List.of("*"));
    return new Api(world.base(), token.token().reveal());
  }
}
