package dev.wayfare.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.bench.Script.Words;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/// The conversation written by hand: signature, one read, a switch, one statement.
final class BareServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int ATTEMPTS = 10;

  private final transient Hook hook;
  private final transient PgBareStore store;

  BareServlet(Hook hook, PgBareStore store) {
    this.hook = hook;
    this.store = store;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var fields = fields(new String(request.getInputStream().readAllBytes(), UTF_8));
    if (!isSigned(request.getHeader("X-Twilio-Signature"), fields)) {
      response.setStatus(403);
      return;
    }
    var xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>"
            + reply(fields)
            + "</Message></Response>";
    var body = xml.getBytes(UTF_8);
    response.setContentType("text/xml;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private String reply(Map<String, String> fields) {
    var phone = word(fields, "From");
    var key = "twilio " + word(fields, "MessageSid");
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var seen = store.read(phone, key);
      if (seen.answered().isPresent()) {
        return seen.answered().get();
      }
      var turn = turn(seen.state(), word(fields, "Body"));
      if (store.commit(phone, key, seen, turn)) {
        return turn.reply();
      }
    }
    throw new IllegalStateException("Somebody else was first, again and again.");
  }

  /// What comes next.
  record Turn(String state, String reply, boolean ends) {}

  static Turn turn(String state, String says) {
    var known = state.split("\\|", -1);
    return switch (known[0]) {
      case "" -> new Turn("name|", Words.NAME, false);
      case "name" -> new Turn("news|" + says + "|", Words.news(says), false);
      case "news" -> new Turn("mail|" + known[1] + "|" + says + "|", Words.EMAIL, false);
      default ->
          says.indexOf('@') > 0
              ? new Turn("done|", Words.summary(known[1], known[2], says), true)
              : new Turn(state, Words.WRONG, false);
    };
  }

  private boolean isSigned(String presented, Map<String, String> fields) {
    var content = new StringBuilder();
    fields.forEach((name, value) -> content.append(name).append(value));
    var expected = new Signer(hook.token(), hook.url()).sign(content.toString());
    return MessageDigest.isEqual(presented.getBytes(UTF_8), expected.getBytes(UTF_8));
  }

  private static String word(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  private static Map<String, String> fields(String form) {
    var fields = new TreeMap<String, String>();
    for (var pair : form.split("&", -1)) {
      var equals = pair.indexOf('=');
      fields.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return fields;
  }
}
