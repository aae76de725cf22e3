package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CallReply;
import dev.wayfare.flow.Verb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/// Puts a call's reply into the response to its webhook.
final class CallAnswer {

  private CallAnswer() {}

  static void toRinging(CallReply reply, Ahead ahead, HttpServletResponse response)
      throws IOException {
    if (reply.equals(new CallReply.Script(List.of(new Verb.HangUp())))) {
      Hook.write(response, 200, Hook.XML, CallScript.busy());
    } else {
      write(reply, ahead, response);
    }
  }

  static void write(CallReply reply, Ahead ahead, HttpServletResponse response) throws IOException {
    switch (reply) {
      case CallReply.Script(var verbs) ->
          Hook.write(response, 200, Hook.XML, CallScript.write(verbs, ahead));
      case CallReply.Closed(var words) ->
          Hook.write(response, 200, Hook.XML, CallScript.lastWords(words));
      case CallReply.Unavailable() -> unavailable(response);
    }
  }

  static void unavailable(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "1");
    Hook.say(response, 503, "Calls cannot be taken at the moment. Post this again.");
  }
}
