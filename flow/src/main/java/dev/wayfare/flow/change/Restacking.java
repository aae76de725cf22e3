package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.change.Landings.Landing;
import dev.wayfare.flow.change.MoveMap.Spot;
import dev.wayfare.flow.change.Moving.What;
import dev.wayfare.flow.step.Run;
import dev.wayfare.flow.step.StepTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stands the frames of one channel in the new app.
///
/// A flow that lies on another moves by itself. Of flows that run one another, the lower must still
/// stand at a step that runs the next; where it does not, the flows above go, and it begins there.
final class Restacking {
  private final Landings landings;
  private final Holdings holdings;
  private final Report report;
  private final Channel line;
  private final List<Frame> frames = new ArrayList<>();

  /// By the depth of a frame (from 1) whose step keeps waiting, its depth now.
  private final Map<Integer, Integer> depths = new LinkedHashMap<>();

  Restacking(Landings landings, Holdings holdings, Report report, Channel line) {
    this.landings = landings;
    this.holdings = holdings;
    this.report = report;
    this.line = line;
  }

  List<Frame> frames() {
    return frames;
  }

  Optional<Integer> depth(int old) {
    return Optional.ofNullable(depths.get(old));
  }

  Restacking stand(List<Frame> old) {
    var from = 0;
    while (from < old.size()) {
      var to = from + 1;
      while (to < old.size() && old.get(to).called()) {
        to++;
      }
      stand(old, from, to);
      from = to;
    }
    return this;
  }

  /// The frames of one flow and of those it runs.
  private void stand(List<Frame> old, int from, int to) {
    for (var i = from; i < to; i++) {
      var frame = old.get(i);
      var landing = landings.of(line, frame);
      if (landing.isEmpty()) {
        refuse(frame);
        return;
      }
      var next = i + 1 < to ? Optional.of(old.get(i + 1)) : Optional.<Frame>empty();
      var goesOn = next.isEmpty() || runs(landing.get(), next.get());
      var stays = landing.get().stays() && goesOn;
      frames.add(moved(frame, landing.get().spot(), stays));
      if (stays) {
        depths.put(i + 1, frames.size());
      }
      if (next.isEmpty() || !goesOn) {
        tell(frame, landing.get(), stays);
        return;
      }
    }
  }

  private boolean runs(Landing landing, Frame next) {
    var flow = landings.now().flows().get(landing.spot().flow());
    var above = landings.of(line, next);
    return landing.stays()
        && above.isPresent()
        && flow != null
        && flow.steps().get(landing.spot().step()) instanceof Run run
        && run.flow().equals(above.get().spot().flow());
  }

  private void refuse(Frame frame) {
    var gone = landings.now().flows().get(landings.map().of(spot(frame)).flow()) == null;
    report.refuse(
        Moving.Code.FLOW_GONE,
        spot(frame).place(),
        gone
            ? "The flow `%s` is gone, and nothing takes its place.".formatted(frame.flow())
            : "The flow `%s` is not of channel %s any more.".formatted(frame.flow(), line.word()));
  }

  private void tell(Frame frame, Landing landing, boolean stays) {
    var was = spot(frame);
    if (stays) {
      note(What.KEPT, was, "keeps waiting at " + landing.spot());
    } else if (was.equals(landing.spot())) {
      note(What.BEGINS_AGAIN, was, "begins " + was + " again");
    } else {
      note(What.ELSEWHERE, was, "goes from " + was + " to " + landing.spot());
    }
  }

  private void note(What what, Spot was, String text) {
    report.note(what, line, was.place(), text);
  }

  static Spot spot(Frame frame) {
    return new Spot(frame.flow(), frame.step());
  }

  private Frame moved(Frame frame, Spot spot, boolean stays) {
    var kept =
        holdings.frame(
            Scope.of(landings.old(), frame.flow()),
            Scope.of(landings.now(), spot.flow()),
            frame.variables(),
            frame.secrets());
    var memos = memos(frame, spot.flow());
    if (!stays) {
      memos.remove(Frame.ERRED);
      memos.put(Frame.BEGINS, true);
    }
    return new Frame(
        spot.flow(), spot.step(), frame.called(), kept.values(), kept.secrets(), memos);
  }

  /// What steps keep for themselves, where they still are and are of the same type.
  private Map<String, Object> memos(Frame frame, String flow) {
    var memos = new LinkedHashMap<String, Object>();
    frame
        .memos()
        .forEach(
            (step, memo) -> {
              switch (step) {
                case Frame.ERRED, Frame.BEGINS -> memos.put(step, memo);
                case Frame.PAGES -> memos.put(step, pages(frame.flow(), flow, memo));
                default -> same(frame.flow(), flow, step).ifPresent(id -> memos.put(id, memo));
              }
            });
    return memos;
  }

  private List<String> pages(String was, String is, Object memo) {
    return memo instanceof List<?> pages
        ? pages.stream().flatMap(page -> same(was, is, page.toString()).stream()).toList()
        : List.of();
  }

  /// The id of the same step in the flow as it is.
  private Optional<String> same(String was, String is, String step) {
    var spot = landings.map().of(new Spot(was, step));
    return spot.flow().equals(is)
            && type(landings.old(), new Spot(was, step)).isPresent()
            && type(landings.old(), new Spot(was, step)).equals(type(landings.now(), spot))
        ? Optional.of(spot.step())
        : Optional.empty();
  }

  private static Optional<String> type(App app, Spot spot) {
    return Optional.ofNullable(app.flows().get(spot.flow()))
        .map(flow -> flow.steps().get(spot.step()))
        .map(step -> StepTypes.of(step).word());
  }
}
