package dev.wayfare.connector;

import dev.wayfare.connector.Authorization.ClientCredentials;
import dev.wayfare.connector.CallOutcome.Answered;
import dev.wayfare.connector.CallOutcome.NoToken;
import dev.wayfare.connector.CallOutcome.Unreachable;
import dev.wayfare.connector.Tokens.Found;
import dev.wayfare.kernel.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Asks for tokens: RFC 6749, section 4.4, over the same guarded wire as every call.
final class TokenEndpoint {
  private static final int LARGEST = 64 * 1024;
  private static final Duration UNSAID = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Wire wire;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();

  TokenEndpoint(Wire wire, InstantSource clock) {
    this.wire = wire;
    this.clock = clock;
  }

  Found fetch(ClientCredentials client, Deadline deadline) {
    var asked = clock.instant();
    return switch (wire.send(request(client), deadline, LARGEST)) {
      case Answered answer when answer.good() -> token(answer, asked);
      case Answered answer when answer.status() >= 500 || answer.status() == 429 ->
          new Found.Missing(
              new Unreachable("The token endpoint answered with status " + answer.status() + "."));
      case Answered answer -> new Found.Missing(new NoToken(refusal(answer)));
      case CallOutcome.Refused(var why) -> new Found.Missing(new CallOutcome.Refused(why));
      case CallOutcome.BadTls(var why) -> new Found.Missing(new CallOutcome.BadTls(why));
      case CallOutcome.TooSlow slow -> new Found.Missing(slow);
      case CallOutcome.TooLarge _ ->
          new Found.Missing(new NoToken("The token endpoint's answer is too large for a token."));
      case Unreachable _, CallOutcome.Broken _, CallOutcome.TooManyRedirects _, NoToken _ ->
          new Found.Missing(new Unreachable("The token endpoint gave no answer."));
    };
  }

  private static WireRequest request(ClientCredentials client) {
    var form = new ArrayList<Field>();
    form.add(new Field("grant_type", "client_credentials"));
    if (!client.scopes().isEmpty()) {
      form.add(new Field("scope", String.join(" ", client.scopes())));
    }
    client.audience().ifPresent(it -> form.add(new Field("audience", it)));
    if (client.inBody()) {
      form.add(new Field("client_id", client.clientId()));
      form.add(new Field("client_secret", client.clientSecret().reveal()));
    }
    var body = new CallBody.Form(form);
    return new WireRequest(
        CallMethod.POST,
        URI.create(client.tokenUrl().text()),
        List.of(
            new Field("Content-Type", body.mediaType()), new Field("Accept", "application/json")),
        client.inBody()
            ? List.of()
            : List.of(
                Credentials.basic(
                    encoded(client.clientId()), encoded(client.clientSecret().reveal()))),
        body.content(),
        true,
        client);
  }

  /// The RFC has id and secret form-encoded before they are joined.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Found token(Answered answer, java.time.Instant asked) {
    var body = parse(answer);
    var text = body.path("access_token").asString("");
    if (text.isEmpty() || !HeaderRules.plain(text)) {
      return new Found.Missing(new NoToken("The token endpoint's answer has no access_token."));
    }
    var seconds = body.path("expires_in").asLong(UNSAID.toSeconds());
    var life = Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST.toSeconds()));
    var early = life.dividedBy(2).compareTo(MARGIN) < 0 ? life.dividedBy(2) : MARGIN;
    return new Found.Token(Secret.of(text), asked.plus(life).minus(early));
  }

  private String refusal(Answered answer) {
    var code = parse(answer).path("error").asString("");
    var known = code.matches("[a-z_]{1,40}") ? " and " + code : "";
    return "The token endpoint answered with status " + answer.status() + known + ".";
  }

  private JsonNode parse(Answered answer) {
    try {
      return json.readTree(answer.body());
    } catch (JacksonException _) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
