package dev.wayfare.connector;

import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.kernel.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What adapters call out with: the same guarded calls, in the adapters' words. To what is
/// posted a redirect is an answer like any other, as no carrier sends any.
public final class OutboundHttp implements OutsideHttp {
  static final int LARGEST_ANSWER = 1 << 20;

  private final OutboundCalls calls;

  public OutboundHttp(OutboundCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer get(
      URI url, Optional<BasicAuth> auth, Map<String, List<String>> query, Duration limit) {
    return call(url, auth, OutboundCall.of(CallMethod.GET).withQuery(fields(query)), limit);
  }

  @Override
  public Answer postForm(
      URI url, Optional<BasicAuth> auth, Map<String, List<String>> form, Duration limit) {
    var body = new CallBody.Form(fields(form));
    return call(url, auth, OutboundCall.of(CallMethod.POST).withBody(body), limit);
  }

  private Answer call(URI url, Optional<BasicAuth> auth, OutboundCall call, Duration limit) {
    var mistake = BaseAddress.mistakeIn(url.toString());
    if (mistake.isPresent()) {
      return new Answer.Forbidden(mistake.get());
    }
    return answer(
        calls.call(
            connection(url, auth),
            call.withHeaders(List.of(new Field("Accept", "application/json")))
                .withLimits(new CallLimits(limit, LARGEST_ANSWER, 0))));
  }

  /// What came of a call, in the adapters' words.
  static Answer answer(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Answered came -> new Answer.Came(came.status(), came.text(), came.headers());
      case CallOutcome.Refused(var why) -> new Answer.Forbidden(why);
      case CallOutcome.TooLarge large -> new Answer.Missing(large.sentence());
      case CallOutcome.TooSlow slow -> new Answer.Missing(slow.sentence());
      case CallOutcome.Unreachable(var why) -> new Answer.Missing(why);
      case CallOutcome.Broken(var why) -> new Answer.Missing(why);
      case CallOutcome.BadTls(var why) -> new Answer.Missing(why);
      case CallOutcome.TooManyRedirects many -> new Answer.Missing(many.sentence());
      case CallOutcome.NoToken(var why) -> new Answer.Missing(why);
    };
  }

  @Override
  public Fetched fetch(URI url, Optional<BasicAuth> auth, Duration limit) {
    var mistake = BaseAddress.mistakeIn(url.toString());
    if (mistake.isPresent()) {
      return new Fetched.Forbidden(mistake.get());
    }
    var call = OutboundCall.of(CallMethod.GET).withLimits(CallLimits.usual().within(limit));
    return switch (calls.call(connection(url, auth), call)) {
      case CallOutcome.Answered came ->
          new Fetched.Came(came.status(), came.mediaType().orElse(""), came.body());
      case CallOutcome.Refused(var why) -> new Fetched.Forbidden(why);
      case CallOutcome.TooLarge large -> new Fetched.TooLarge(large.sentence());
      case CallOutcome.TooSlow slow -> new Fetched.Missing(slow.sentence());
      case CallOutcome.Unreachable(var why) -> new Fetched.Missing(why);
      case CallOutcome.Broken(var why) -> new Fetched.Missing(why);
      case CallOutcome.BadTls(var why) -> new Fetched.Missing(why);
      case CallOutcome.TooManyRedirects many -> new Fetched.Missing(many.sentence());
      case CallOutcome.NoToken(var why) -> new Fetched.Missing(why);
    };
  }

  private static HttpConnection connection(URI url, Optional<BasicAuth> auth) {
    return new HttpConnection(
        new BaseAddress(url.toString()),
        auth.<Authorization>map(it -> basic(it)).orElseGet(Authorization.None::new));
  }

  private static Authorization.Basic basic(BasicAuth who) {
    return new Authorization.Basic(who.user(), Secret.of(who.secret()));
  }

  static List<Field> fields(Map<String, List<String>> form) {
    var fields = new ArrayList<Field>();
    form.forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
    return fields;
  }
}
