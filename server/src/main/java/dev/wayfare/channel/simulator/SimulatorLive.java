package dev.wayfare.channel.simulator;

import dev.wayfare.channel.simulator.SimulatorCallViews.CallView;
import dev.wayfare.channel.simulator.SimulatorViews.MessageView;
import dev.wayfare.channel.simulator.SimulatorViews.PhoneView;
import dev.wayfare.http.Caller;
import dev.wayfare.kernel.OrganizationId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.LongStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Server-sent events: every change of a phone, text or call, in order, from wherever the listener
/// stopped.
///
/// The bell tells of changes in this process at once; a look at the store now and then finds those
/// of others, and a remark keeps the line open.
@RestController
final class SimulatorLive {

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final int LOOKS_PER_REMARK = 7;
  private static final int BATCH = 100;

  private final SimulatorStore store;
  private final SimulatorCallStore callStore;
  private final SimulatorBell bell;
  private final JsonMapper json;

  SimulatorLive(
      SimulatorStore store, SimulatorCallStore callStore, SimulatorBell bell, JsonMapper json) {
    this.store = store;
    this.callStore = callStore;
    this.bell = bell;
    this.json = json;
  }

  @GetMapping("/api/v1/simulator/live")
  void live(
      Caller caller,
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    var out = response.getWriter();
    var seen = Math.max(after, last);
    var open = true;
    for (var looks = 0; open && !out.checkError(); looks++) {
      var rung = bell.rung();
      var now = tell(out, caller.organization(), seen);
      if (now == seen) {
        if (looks % LOOKS_PER_REMARK == 0) {
          out.write(": here\n\n");
        }
        out.flush();
        open = bell.await(rung, LOOK);
      }
      seen = now;
    }
  }

  /// Writes the next changes and returns the last one's number. All kinds share one count, so the
  /// count goes on only as far as all are known.
  private long tell(PrintWriter out, OrganizationId organization, long seen) {
    var messages = store.messagesAfter(organization, seen, BATCH);
    var phones = store.phonesAfter(organization, seen, BATCH);
    var calls = callStore.callsAfter(organization, seen, BATCH);
    var known =
        LongStream.of(
                messages.size() < BATCH ? Long.MAX_VALUE : messages.getLast().changed(),
                phones.size() < BATCH ? Long.MAX_VALUE : phones.getLast().changed(),
                calls.size() < BATCH ? Long.MAX_VALUE : calls.getLast().changed())
            .min()
            .getAsLong();
    var reached = seen;
    for (var phone : phones) {
      if (phone.changed() <= known) {
        event(out, "phone", PhoneView.of(phone));
        reached = Math.max(reached, phone.changed());
      }
    }
    for (var message : messages) {
      if (message.changed() <= known) {
        event(out, "message", MessageView.of(message));
        reached = Math.max(reached, message.changed());
      }
    }
    for (var call : calls) {
      if (call.changed() <= known) {
        event(out, "call", CallView.of(call));
        reached = Math.max(reached, call.changed());
      }
    }
    if (reached > seen) {
      out.write("id: " + reached + "\ndata: \n\n");
      out.flush();
    }
    return reached;
  }

  private void event(PrintWriter out, String name, Object view) {
    out.write("event: " + name + "\ndata: " + json.writeValueAsString(view) + "\n\n");
  }
}
