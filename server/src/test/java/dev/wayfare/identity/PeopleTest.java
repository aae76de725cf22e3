package dev.wayfare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private TestServer server;
  private Client owner;

  @BeforeEach
  void start() {
    server = TestServer.start();
    owner = server.owner();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoIsInvitedSignsInByTheirLink() {
    var invited = invite("Ada", "ada@example.com", "developer");
    assertThat(invited.status()).isEqualTo(201);
    assertThat(invited.header("Location")).contains("/api/v1/people/" + invited.text("/person/id"));
    assertThat(invited.json().at("/person/signed_in_at").isMissingNode()).isTrue();
    var me = server.signIn(invited.text("/sign_in_link/path")).get("/api/v1/me");
    assertThat(me.text("/name")).isEqualTo("Ada");
    assertThat(me.text("/email")).isEqualTo("ada@example.com");
    assertThat(me.text("/role")).isEqualTo("developer");
    var seen = owner.get("/api/v1/people/" + invited.text("/person/id"));
    assertThat(seen.text("/signed_in_at")).isNotEmpty();
  }

  @Test
  void everythingWrongWithAnInvitationIsToldAtOnce() {
    var answer = owner.post("/api/v1/people", "{\"email\": \"ada at home\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors").valueStream().map(it -> it.at("/path").asString()))
        .containsExactly("name", "email", "role");
    assertThat(answer.body()).doesNotContain("ada at home");
  }

  @Test
  void aPersonIsInAnOrganizationOnce() {
    invite("Ada", "ada@example.com", "agent");
    var again = invite("Ada", "ADA@example.com", "admin");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("person_already_there");
  }

  @Test
  void theLastAdminStays() {
    var me = owner.get("/api/v1/me").text("/id");
    var removed = owner.delete("/api/v1/people/" + me);
    assertThat(removed.status()).isEqualTo(409);
    assertThat(removed.text("/code")).isEqualTo("last_admin");
    assertThat(changeRole(me, "agent").status()).isEqualTo(409);

    invite("Ada", "ada@example.com", "admin");
    assertThat(changeRole(me, "agent").status()).isEqualTo(200);
  }

  @Test
  void twoAdminsWhoRemoveEachOtherAtOnceLeaveOne() {
    var ada = invite("Ada", "ada@example.com", "admin");
    var adaClient = server.signIn(ada.text("/sign_in_link/path"));
    var me = owner.get("/api/v1/me").text("/id");
    Runnable removeAda = () -> owner.delete("/api/v1/people/" + ada.text("/person/id"));
    Runnable removeMe = () -> adaClient.delete("/api/v1/people/" + me);
    Stream.of(removeAda, removeMe).parallel().forEach(Runnable::run);
    var left =
        Stream.of(owner, adaClient)
            .filter(client -> client.get("/api/v1/me").status() == 200)
            .count();
    assertThat(left).isEqualTo(1);
  }

  @Test
  void whoIsRemovedIsOutAtOnceWithTheirTokens() {
    var ada = invite("Ada", "ada@example.com", "developer");
    var client = server.signIn(ada.text("/sign_in_link/path"));
    var secret =
        client
            .post("/api/v1/tokens", "{\"name\": \"ci\", \"scopes\": [\"people:read\"]}")
            .text("/secret");
    var program = server.anonymous().with("Authorization", "Bearer " + secret);
    assertThat(program.get("/api/v1/people").status()).isEqualTo(200);
    assertThat(owner.delete("/api/v1/people/" + ada.text("/person/id")).status()).isEqualTo(204);
    assertThat(client.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(program.get("/api/v1/people").status()).isEqualTo(401);
  }

  @Test
  void aNewRoleHoldsAtOnceAlsoForTokens() {
    var ada = invite("Ada", "ada@example.com", "developer");
    var client = server.signIn(ada.text("/sign_in_link/path"));
    var secret =
        client
            .post("/api/v1/tokens", "{\"name\": \"ci\", \"scopes\": [\"journal:read\"]}")
            .text("/secret");
    var program = server.anonymous().with("Authorization", "Bearer " + secret);
    assertThat(program.get("/api/v1/journal").status()).isEqualTo(200);
    assertThat(changeRole(ada.text("/person/id"), "agent").status()).isEqualTo(200);
    assertThat(client.get("/api/v1/journal").status()).isEqualTo(403);
    assertThat(program.get("/api/v1/journal").text("/code")).isEqualTo("role_too_low");
  }

  @Test
  void aNewLinkReplacesTheOldOne() {
    var ada = invite("Ada", "ada@example.com", "agent");
    var fresh =
        owner.post("/api/v1/people/" + ada.text("/person/id") + "/sign-in-link", "").text("/path");
    assertThat(server.anonymous().post(ada.text("/sign_in_link/path"), "").status()).isEqualTo(404);
    assertThat(server.anonymous().post(fresh, "").status()).isEqualTo(303);
  }

  @Test
  void theListOfPeopleHasPages() {
    for (var name : new String[] {"Ada", "Ben", "Cem"}) {
      invite(name, name + "@example.com", "agent");
    }
    var first = owner.get("/api/v1/people?limit=3");
    var rest = owner.get("/api/v1/people?limit=3&cursor=" + first.text("/next_cursor"));
    assertThat(first.json().at("/items")).hasSize(3);
    assertThat(rest.json().at("/items")).hasSize(1);
    assertThat(rest.text("/items/0/name")).isEqualTo("Cem");
  }

  @Test
  void whatWasDoneStandsInTheJournal() {
    var ada = invite("Ada", "ada@example.com", "agent").text("/person/id");
    changeRole(ada, "admin");
    owner.delete("/api/v1/people/" + ada);
    owner.patch("/api/v1/organization", "{\"name\": \"Parcels Ltd\"}");
    var journal = owner.get("/api/v1/journal?limit=4").json().at("/items");
    assertThat(journal.valueStream().map(entry -> entry.at("/verb").asString()))
        .containsExactly(
            "organization.renamed", "person.removed", "person.role_changed", "person.invited");
    assertThat(journal.at("/2/data").toString()).isEqualTo("{\"is\":\"admin\",\"was\":\"agent\"}");
    assertThat(journal.at("/2/actor/name").asString()).isEqualTo("Owner");
    assertThat(journal.toString()).doesNotContain("/sign-in/");
  }

  @Test
  void anotherOrganizationsPeopleAreNotThere() {
    var stranger = "01890000-0000-7000-8000-000000000000";
    assertThat(owner.get("/api/v1/people/" + stranger).status()).isEqualTo(404);
    assertThat(changeRole(stranger, "agent").status()).isEqualTo(404);
    assertThat(owner.get("/api/v1/people/me").status()).isEqualTo(404);
    assertThat(server.token(Role.AGENT, "people:read").get("/api/v1/people").status())
        .isEqualTo(200);
  }

  private Client.Answer invite(String name, String email, String role) {
    return owner.post(
        "/api/v1/people",
        "{\"name\": \"%s\", \"email\": \"%s\", \"role\": \"%s\"}".formatted(name, email, role));
  }

  private Client.Answer changeRole(String person, String role) {
    return owner.patch("/api/v1/people/" + person, "{\"role\": \"%s\"}".formatted(role));
  }
}
